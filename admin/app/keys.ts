import { useEffect, useRef } from 'preact/hooks';
import { makeValue } from '../store/value.ts';

/** What single keys do; the innermost page that knows a key has it. */
export type KeyMap = Readonly<Record<string, () => void>>;

const kept = 'sauti-panel-keys';

/**
 * Whether single letters act. They can be turned off (WCAG 2.1.4): who dictates to the machine must not
 * answer a case by saying a word.
 */
export const keysOn = makeValue(localStorage.getItem(kept) !== 'off');

export function turnKeys(on: boolean): void {
  localStorage.setItem(kept, on ? 'on' : 'off');
  keysOn.set(on);
}

const layers: { current: KeyMap }[] = [];

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const leaves = event.key === 'Escape';
  // A dialog answers Escape by itself, and what lies under it must not act.
  if (document.querySelector('dialog[open]') || (isTyping(event.target) && !leaves)) return;
  if (!leaves && !keysOn.get()) return;
  const layer = layers.findLast(({ current }) => Object.hasOwn(current, event.key));
  if (!layer) return;
  event.preventDefault();
  layer.current[event.key]?.();
}

/** Listens for single keys. Called once, at the start. */
export function startKeys(): void {
  addEventListener('keydown', press);
}

/** Gives keys a meaning while the component is drawn. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
    };
  }, []);
}
