import { letGoForTap } from './focus.ts';
import { isGuarded } from './guard.ts';

interface Press {
  readonly element: Element;
  readonly pointer: number;
  /** Where the element stood when the finger came down. */
  readonly place: DOMRect;
}

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

/**
 * Whether the finger leaves the glass where it came down. A touch is captured by where it began, so the event's target
 * does not say; and asking the page what is under the finger would have it lay out, in the middle of the tap, what is
 * about to be replaced. What a cover has come over meanwhile is not pressed.
 */
function isOver({ element, place }: Press, { clientX, clientY }: PointerEvent): boolean {
  const inside =
    clientX >= place.left && clientX < place.right && clientY >= place.top && clientY < place.bottom;
  return inside && element.closest('[inert]') === null;
}

function isOff(element: Element): boolean {
  return element.getAttribute('aria-disabled') === 'true' || element.hasAttribute('disabled');
}

/**
 * The only gesture of the kiosk: a finger goes down on something and leaves the glass on the same thing. A slide
 * away, a scroll or a cancelled touch does nothing. A keyboard or a screen reader presses by `click`, which for
 * them comes without a pointer (`detail` 0).
 */
export function onTap(act: (element: Element) => void): TapHandlers {
  return {
    onPointerDown(event) {
      const counts = event.isPrimary && event.button === 0 && !isGuarded(event.timeStamp);
      const element = event.currentTarget;
      press = counts ? { element, pointer: event.pointerId, place: element.getBoundingClientRect() } : null;
      if (counts) letGoForTap();
    },
    onPointerUp(event) {
      const element = event.currentTarget;
      const begun = press;
      press = null;
      if (begun?.element !== element || begun.pointer !== event.pointerId) return;
      if (isOver(begun, event) && !isOff(element)) act(element);
    },
    onPointerCancel() {
      press = null;
    },
    onClick(event) {
      if (event.detail === 0 && !isGuarded(event.timeStamp) && !isOff(event.currentTarget))
        act(event.currentTarget);
    },
  };
}
