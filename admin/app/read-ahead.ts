import type { Role } from '../../shared/staff/roles.ts';
import { lastRole, type Me } from '../store/session.ts';
import { queryOf } from '../store/submission.ts';
import { readAlikeAhead, readCaseAhead, readCountsAhead, readListAhead } from '../store/submission-ahead.ts';
import { homeOf, type Place, readsCases } from './place.ts';
import { place, startAt } from './router.ts';

/** A slow link gets the menu and the page's frame first. */
const patienceMs = 1_000;

/** What is asked while the server says who is signed in: as for the one who was here last. */
let begun: { readonly role: Role; readonly read: Promise<void> } | null = null;

/** What the page that was opened by its address will show, asked before anything is drawn. */
async function readPage(role: Role): Promise<void> {
  const named = place.get();
  const here: Place = named.page === 'home' ? homeOf(role) : named;
  const asked = [readCountsAhead()];
  if (here.page === 'cases') {
    asked.push(readListAhead(queryOf(here.list, here)));
    if (here.list === 'open') asked.push(readAlikeAhead());
  }
  if (here.page === 'case') asked.push(readCaseAhead(here));
  await Promise.all(asked);
}

/** Asks already for what the page will show, if whoever signed in here last reads cases. */
export function beginReading(): void {
  const role = lastRole();
  if (role === null || !readsCases(role)) return;
  begun = { role, read: readPage(role) };
  // The page asks again, and tells of it.
  begun.read.catch(() => undefined);
}

/**
 * Reads what a page of cases needs while nothing is drawn yet, so that the panel is drawn once and whole. Never throws:
 * what could not be read, the page asks for itself and tells of it. Resolves after a second at the latest.
 */
export async function readAhead(me: Me): Promise<void> {
  if (me.mustChangePassword || !readsCases(me.role)) return;
  const read = begun?.role === me.role ? begun.read : readPage(me.role);
  if (place.get().page === 'home') startAt(homeOf(me.role));
  await Promise.race([read.catch(() => undefined), new Promise(resolve => setTimeout(resolve, patienceMs))]);
}
