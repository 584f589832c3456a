import { hasSignedIn, type Me } from '../store/session.ts';
import { queryOf } from '../store/submission.ts';
import { readCaseAhead, readCountsAhead, readListAhead } from '../store/submission-ahead.ts';
import { homeOf, readsCases } from './place.ts';
import { place, startAt } from './router.ts';

/** A slow link gets the menu and the page's frame first. */
const patienceMs = 1_000;

/** The case that the address names, asked for while the server says who is signed in. */
let begun: Promise<void> | null = null;

/** Asks already for what the address alone names; nothing, if nobody signed in here. */
export function beginReading(): void {
  const here = place.get();
  if (here.page !== 'case' || !hasSignedIn()) return;
  begun = readCaseAhead(here);
  // The page asks again, and tells of it.
  begun.catch(() => undefined);
}

/** What the page that was opened by its address will show, asked before anything is drawn. */
async function readPage(): Promise<void> {
  const here = place.get();
  const counts = readCountsAhead();
  if (here.page === 'cases') {
    await readListAhead(queryOf(here.list, here));
  }
  if (here.page === 'case') await (begun ?? readCaseAhead(here));
  await counts;
}

/**
 * Reads what a page of cases needs while nothing is drawn yet, so that the panel is drawn once and whole. Never throws:
 * what could not be read, the page asks for itself and tells of it. Resolves after a second at the latest.
 */
export async function readAhead(me: Me): Promise<void> {
  if (me.mustChangePassword || !readsCases(me.role)) return;
  if (place.get().page === 'home') startAt(homeOf(me.role));
  await Promise.race([
    readPage().catch(() => undefined),
    new Promise(resolve => setTimeout(resolve, patienceMs)),
  ]);
}
