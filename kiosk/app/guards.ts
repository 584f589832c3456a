/** Keys that would zoom, print, search, reload or leave; on a wing there is no keyboard, in an office there may be. */
function isBrowserKey(event: KeyboardEvent): boolean {
  return (
    (event.ctrlKey || event.metaKey) &&
    ['+', '-', '=', '0', 'p', 's', 'f', 'g', 'o', 'u', 'j'].includes(event.key)
  );
}

const prevent = (event: Event) => event.preventDefault();

/**
 * Keeps the page in its frame: no menu, no selection, no dragging, no zoom. The browser's policies do the rest;
 * these hold where a kiosk runs without them.
 */
export function guardPage(): void {
  for (const name of ['contextmenu', 'dragstart', 'drop', 'gesturestart'])
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
  addEventListener('keydown', event => {
    if (isBrowserKey(event)) event.preventDefault();
  });
  // Panning only: two fingers on the glass must not zoom. Set here, since the page itself may be zoomed by no one.
  document.documentElement.style.touchAction = 'pan-x pan-y';
}
