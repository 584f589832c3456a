import { isGuarded } from './guard.ts';

type Press = { readonly element: Element; readonly pointer: number };

/** One finger at a time: a second one pressing elsewhere ends the first press. */
let press: Press | null = null;

/** Events of one element, as Preact gives them. */
type On<E extends Event> = E & { readonly currentTarget: Element };

export interface TapHandlers {
  onPointerDown(event: On<PointerEvent>): void;
  onPointerUp(event: On<PointerEvent>): void;
  onPointerCancel(): void;
  onClick(event: On<MouseEvent>): void;
}

function isOver(element: Element, event: PointerEvent): boolean {
  // A touch is captured by where it began, so the target says nothing of where the finger left the glass.
  const under = document.elementFromPoint(event.clientX, event.clientY);
  return under !== null && element.contains(under);
}

function isOff(element: Element): boolean {
  return element.getAttribute('aria-disabled') === 'true' || element.hasAttribute('disabled');
}

/**
 * The only gesture of the kiosk: a finger goes down on something and leaves the glass on the same thing. A slide
 * away, a scroll or a cancelled touch does nothing. A keyboard or a screen reader presses by `click`, which for
 * them comes without a pointer (`detail` 0).
 */
export function onTap(act: () => void): TapHandlers {
  return {
    onPointerDown(event) {
      const counts = event.isPrimary && event.button === 0 && !isGuarded(event.timeStamp);
      press = counts ? { element: event.currentTarget, pointer: event.pointerId } : null;
    },
    onPointerUp(event) {
      const element = event.currentTarget;
      const hit = press?.element === element && press.pointer === event.pointerId;
      press = null;
      if (hit && isOver(element, event) && !isOff(element)) act();
    },
    onPointerCancel() {
      press = null;
    },
    onClick(event) {
      if (event.detail === 0 && !isGuarded(event.timeStamp) && !isOff(event.currentTarget)) act();
    },
  };
}
