import type { Kysely } from 'kysely';
import type { CaseRow } from '../../shared/submission/case-schema.ts';
import type { KindVersion } from '../../shared/submission/kind-rules.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import type { Schema } from '../database/schema.ts';
import { caseRowOf, type ListedRow } from './case-row.ts';
import { kindVersions } from './kind.ts';
import { prisonsFor } from './prison.ts';

/** Rows as the panel lists them, each by the versions of its own prison's kinds. */
export async function caseRowsFor(
  db: Kysely<Schema>,
  reader: Reader,
  rows: readonly ListedRow[],
  today: string,
): Promise<CaseRow[]> {
  const prisons = await prisonsFor(db, reader);
  const kinds = new Map<string, KindVersion[]>();
  for (const id of new Set(rows.map(row => row.prison_id))) kinds.set(id, await kindVersions(db, id));
  return rows.map(row => caseRowOf(row, today, prisons, kinds.get(row.prison_id) ?? []));
}
