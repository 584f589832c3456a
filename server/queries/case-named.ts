import type { Transaction } from 'kysely';
import type { Static } from 'typebox';
import { Problem } from '../../shared/problems.ts';
import type { AboutOfficer } from '../../shared/submission/schema.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';

import { type Named, officersOf, reachesHead } from './case-meant.ts';

type Tx = Transaction<Schema>;
type About = Static<typeof AboutOfficer>;

/** Two spellings of one name: capitals and spaces make no difference. */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Who is named: officers by id, and names that are typed. A typed name that is an officer's counts as him, so
 * that nobody sees what is about himself because he was not found in the list. What the prisoner said is about
 * an officer in charge goes to headquarters whoever is named. Throws `named-unknown`.
 */
export async function resolveNamed(
  tx: Tx,
  row: SubmissionRow,
  ids: readonly string[],
  typed: readonly string[],
  at: string,
): Promise<Named> {
  const officers = await officersOf(tx, row.prison_id, at);
  const known = new Set(officers.map(officer => officer.id));
  if (ids.some(id => !known.has(id))) throw new Problem('named-unknown');
  const about = row.about === null ? null : (JSON.parse(row.about) as About);
  // The name that the prisoner gave is never left out, whoever reads it first.
  const said = [...typed, ...(about?.name ? [about.name] : [])];
  const wanted = new Set(said.map(plain));
  const found = officers.filter(officer => ids.includes(officer.id) || wanted.has(plain(officer.name)));
  const foundNames = new Set(found.map(officer => plain(officer.name)));
  const others = new Map(said.map(name => [plain(name), name.trim()]));
  return {
    officers: [
      ...found.map(({ id, name }) => ({ id, name })),
      ...[...others].flatMap(([key, name]) =>
        key === '' || foundNames.has(key) ? [] : [{ id: null, name }],
      ),
    ],
    headOffice:
      about?.rank === 'officer-in-charge' ||
      reachesHead(
        found.map(officer => officer.id),
        officers,
      ),
  };
}
