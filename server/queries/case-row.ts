import type { CaseRow } from '../../shared/submission/case-schema.ts';
import { type KindVersion, kindAt } from '../../shared/submission/kind-rules.ts';
import { officeAt } from '../../shared/submission/rising.ts';
import type { SubmissionRow } from '../database/schema.ts';

/** A row with its wing's name. */
export type ListedRow = SubmissionRow & { readonly wing: string | null };

export const isNameless = (row: SubmissionRow): boolean => row.identity !== 'named';

/**
 * As the panel lists it; `prisons` as from `prisonsFor` the reader. Of a nameless one neither wing nor hour: the day is all that
 * officers see.
 */
export function caseRowOf(
  row: ListedRow,
  today: string,
  prisons: ReadonlyMap<string, string>,
  kinds: readonly KindVersion[],
): CaseRow {
  const nameless = isNameless(row);
  const prison = prisons.get(row.prison_id);
  return {
    number: row.number ?? 0,
    prison: prison === undefined ? null : { id: row.prison_id, name: prison },
    kind: row.kind,
    problem: row.problem,
    state: row.state,
    owner: row.owner,
    unit: row.unit,
    usualUnit: kindAt(kinds, row.kind, row.kind_version).rules.unit,
    wing: nameless ? null : row.wing,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    overdue: row.open === 1 && row.due_on < today,
    many: row.many || null,
    hasText: row.text !== null,
    hasVoice: row.recording !== null,
    aboutOfficer: row.about !== null,
    nameless,
    reopened: row.reopened,
    risen: row.open === 1 ? officeAt(row.risen) : null,
    replyPending: row.reply_pending === 1,
    version: row.version,
    language: row.language,
  };
}
