import type { SentencePage } from '../../../shared/prisoner/register.ts';
import { handle, present } from '../../http/operation.ts';
import { entryRows } from '../../queries/entries.ts';
import { getPrisoner } from '../../queries/prisoner-register.ts';
import { type SentenceRow, sentenceOf } from '../../queries/sentence.ts';
import { openCheck } from '../../queries/sentence-check.ts';
import { shownTo } from '../../queries/sentence-shown.ts';
import { staffByIds } from '../../queries/staff-names.ts';
import { momentIn, ownerFor } from './owner.ts';

function linesFor(
  rows: readonly SentenceRow[],
  people: ReadonlyMap<string, { readonly name: string }>,
): SentencePage['lines'] {
  const undone = new Set(rows.flatMap(row => row.reverses ?? []));
  return rows.toReversed().map(row => ({
    id: row.id,
    kind: row.kind,
    onDay: row.on_day,
    at: row.at,
    by: (row.by_id && people.get(row.by_id)?.name) || null,
    imported: row.import_id !== null,
    reason: row.reason,
    reverses: row.reverses,
    reversed: undone.has(row.id),
    content: JSON.parse(row.content) as SentencePage['lines'][number]['content'],
  }));
}

export const sentencePage = handle('GET /api/prisoners/:id/sentence', async ({ context, caller, params }) => {
  const staff = present(caller.staff, 'staff');
  const { read } = context.database;
  const owner = await ownerFor(context, staff, params.id);
  const { today } = await momentIn(context, owner.prisonId);
  const rows = await entryRows(read, 'sentence', params.id);
  const check = await openCheck(read, params.id);
  const people = await staffByIds(read, [
    ...rows.flatMap(row => row.by_id ?? []),
    ...(check ? [check.first_by] : []),
  ]);
  const seconds = staff.role === 'officer-in-charge' || staff.role === 'deputy';
  return {
    prisoner: await getPrisoner(read, owner.prisonId, params.id),
    view: await sentenceOf(read, owner, today),
    lines: linesFor(rows, people),
    check: check && {
      latest: check.latest,
      earliest: check.earliest,
      by: people.get(check.first_by)?.name ?? '',
      at: check.first_at,
      maySecond: seconds && check.first_by !== staff.id && !staff.superiors.includes(check.first_by),
    },
    mayWrite: staff.role === 'documentation-office',
    shown: await shownTo(read, params.id),
  };
});
