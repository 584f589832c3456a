/** Where somebody writes, the focus stays. */
function isWriting(element: Element): boolean {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/**
 * Lets go of the focus and of what is marked. A screen that goes away with either in it costs the browser a drawing of
 * both screens.
 */
export function letGoOfFocus(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement !== document.body) activeElement.blur();
  // Not asked first whether anything is marked: to answer that, the browser lays out what is about to go.
  document.getSelection()?.removeAllRanges();
}

/** The finger is down: what would have to be done when it leaves the glass is done now, while it takes its time. */
export function letGoForTap(): void {
  if (document.activeElement && !isWriting(document.activeElement)) letGoOfFocus();
}

/** Runs `act` once the next picture is painted; gives the way to call it off. */
export function afterPaint(act: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(act, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
