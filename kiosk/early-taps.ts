/** A finger that is down on a button. */
interface Finger {
  readonly button: HTMLElement;
  readonly pointer: number;
}

const events = ['pointerdown', 'pointerup', 'pointercancel'] as const;
/** What a page of a kiosk never does; the app guards more finely (`app/guards.ts`) once it is there. */
const never = ['contextmenu', 'dragstart', 'selectstart', 'auxclick', 'mousedown', 'wheel'] as const;
const keys = ['keydown', 'keypress', 'keyup'] as const;

function buttonOf({ target }: PointerEvent): HTMLElement | null {
  return target instanceof Element ? target.closest('button') : null;
}

function isOver(button: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}

/** Pressed as by a screen reader: the button's own rules say whether it counts. */
function press(button: HTMLElement): void {
  delete button.dataset.pressed;
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 }));
}

/**
 * The first screen stands in the page and is painted before the app runs. Until the app says (`sauti-live`) that it has
 * taken over, every tap is kept here and shows on its button; then they are pressed, in their order. A tap
 * that leads to another screen ends it there: the app ignores what comes right after a change.
 */
export function keepEarlyTaps(): void {
  const pressed: HTMLElement[] = [];
  let finger: Finger | null = null;
  let isLive = false;

  const finish = () => {
    for (const button of pressed.splice(0)) press(button);
    if (finger) return;
    for (const name of events) removeEventListener(name, follow, { capture: true });
  };
  const follow = (event: PointerEvent) => {
    if (event.type === 'pointerdown') {
      const button = event.isPrimary && event.button === 0 ? buttonOf(event) : null;
      finger = button && { button, pointer: event.pointerId };
      return;
    }
    if (finger?.pointer !== event.pointerId) return;
    const { button } = finger;
    finger = null;
    if (event.type === 'pointerup' && isOver(button, event)) {
      button.dataset.pressed = '';
      pressed.push(button);
    }
    // It came down before the app was there, which therefore does not know of it.
    if (isLive) finish();
  };
  const prevent = (event: Event) => event.preventDefault();
  const swallow = (event: Event) => {
    // In a plain tab (an office, a developer's machine) keys stay what they are.
    if (!matchMedia('(display-mode: browser)').matches) event.preventDefault();
  };

  for (const name of events) addEventListener(name, follow, { capture: true });
  for (const name of never) addEventListener(name, prevent, { capture: true, passive: false });
  for (const name of keys) addEventListener(name, swallow, { capture: true });
  addEventListener(
    'sauti-live',
    () => {
      isLive = true;
      for (const name of never) removeEventListener(name, prevent, { capture: true });
      for (const name of keys) removeEventListener(name, swallow, { capture: true });
      finish();
    },
    { once: true },
  );
}
