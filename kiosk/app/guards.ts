import { offerKey } from './hardware-keys.ts';
import { placeOf, way } from './navigator.ts';

/** In a plain tab (an office, a developer's machine) the browser keeps its own keys, but for these. */
const shutEverywhere = ['+', '-', '=', '0', 'p', 's', 'f', 'g', 'o', 'u', 'j'];

/**
 * Keys that would zoom, print, search, reload, open or leave. Started as an application, which is what a kiosk is, no
 * key is the browser's any more: Chromium then gives the page even those for new windows and for closing.
 */
function isBrowserKey(event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey;
  if (matchMedia('(display-mode: browser)').matches) return held && shutEverywhere.includes(event.key);
  return (
    held ||
    event.altKey ||
    // The browser's list of its tasks.
    (event.shiftKey && event.key === 'Escape') ||
    /^(F\d+|Browser\w+|Launch\w+|ContextMenu|Help|Find|Print|PrintScreen|Zoom\w+)$/.test(event.key)
  );
}

/**
 * A kiosk has no keyboard: one that somebody plugs in does nothing, but on the set-up screen, where an officer may
 * bring his own. In a plain tab (an office, a developer's machine) keys stay what they are.
 */
function isIgnored(): boolean {
  return !matchMedia('(display-mode: browser)').matches && placeOf(way.get()).at !== 'set-up';
}

/** A card's number goes to the screen that waits for one; every other key goes nowhere. */
function guardKey(event: KeyboardEvent): void {
  const taken = event.type === 'keydown' && !event.repeat && offerKey(event.key, event.timeStamp);
  if (taken || isBrowserKey(event)) event.preventDefault();
  if (!taken && !isIgnored()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

const prevent = (event: Event) => event.preventDefault();

/**
 * Keeps the page in its frame: no menu, no selection, no dragging, no zoom. The browser's policies do the rest;
 * these hold where a kiosk runs without them.
 */
export function guardPage(): void {
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart', 'auxclick'])
    addEventListener(name, prevent, { capture: true });
  addEventListener(
    'selectstart',
    event => {
      if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
    },
    { capture: true },
  );
  addEventListener(
    'touchmove',
    event => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { capture: true, passive: false },
  );
  addEventListener(
    'wheel',
    event => {
      if (event.ctrlKey) event.preventDefault();
    },
    { capture: true, passive: false },
  );
  // A finger takes the focus from nobody and begins no selection, except where one writes: to find the place of a
  // caret that is never shown, the browser walks through the whole page at every frame.
  addEventListener(
    'mousedown',
    event => {
      const { target } = event;
      if (!(target instanceof Element && target.closest('textarea, input'))) event.preventDefault();
    },
    { capture: true },
  );
  // First of all listeners: what is ignored must not count as a touch that keeps somebody signed in either.
  for (const name of ['keydown', 'keypress', 'keyup'] as const)
    addEventListener(name, guardKey, { capture: true });
  // A mouse's buttons beyond the third go back and forth in the history.
  for (const name of ['mousedown', 'mouseup'] as const)
    addEventListener(
      name,
      event => {
        if (event.button > 2) event.preventDefault();
      },
      { capture: true },
    );
  // Panning only: two fingers on the glass must not zoom. Set here, since the page itself may be zoomed by no one.
  document.documentElement.style.touchAction = 'pan-x pan-y';
}
