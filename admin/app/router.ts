import { makeValue } from '../store/value.ts';
import { mayLeave } from './leave-guard.ts';
import { addressOfPlace, type Place, readPlace } from './place.ts';

const here = () => readPlace(location.pathname, location.search);

/** Where the panel is now. */
export const place = makeValue<Place>(here());

/** Goes somewhere. `replace` leaves no step to go back to: for filters, and for a page that sends on. */
export function go(next: Place, how: 'push' | 'replace' = 'push'): void {
  const address = addressOfPlace(next);
  if (address === location.pathname + location.search || !mayLeave()) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  place.set(next);
}

/**
 * Is somewhere else before anything was drawn: a page that sends on. The address follows in a moment, because the
 * browser takes its time to change it.
 */
export function startAt(next: Place): void {
  place.set(next);
  setTimeout(() => {
    if (place.get() === next) history.replaceState(null, '', addressOfPlace(next));
  }, 0);
}

/** A click that a link should take inside the panel; with a key held the browser does what it always does. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Follows links to the panel's own pages without loading it anew. Called once, at the start. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    if (mayLeave()) place.set(here());
    else history.pushState(null, '', addressOfPlace(place.get()));
  });
  document.addEventListener('click', event => {
    if (event.defaultPrevented || !isPlainClick(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    if (!link || link.target || link.hash || link.origin !== location.origin) return;
    const next = readPlace(link.pathname, link.search);
    if (next.page === 'unknown') return;
    event.preventDefault();
    go(next);
  });
}
