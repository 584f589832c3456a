import { handle, present } from '../../http/operation.ts';
import { entryRows } from '../../queries/entries.ts';
import { sentenceOf } from '../../queries/sentence.ts';
import { openCheck } from '../../queries/sentence-check.ts';
import { shownTo } from '../../queries/sentence-shown.ts';
import { staffByIds } from '../../queries/staff-names.ts';
import { lineRows } from '../line-rows.ts';
import { readerFor } from '../record-owner.ts';

export const sentencePage = handle(
  'GET /api/prisoners/:id/sentence',
  async ({ context, caller, params, query }) => {
    const staff = present(caller.staff, 'staff');
    const { read } = context.database;
    const { prisoner, owner, mayWrite, today } = await readerFor(context, staff, params.id, query.on);
    const rows = await entryRows(read, 'sentence', owner);
    const check = owner.until ? null : await openCheck(read, params.id);
    const first = check ? await staffByIds(read, [check.first_by]) : null;
    const seconds = staff.role === 'officer-in-charge' || staff.role === 'deputy';
    return {
      prisoner,
      view: await sentenceOf(read, owner, today),
      lines: await lineRows(read, rows),
      check: check && {
        latest: check.latest,
        earliest: check.earliest,
        by: first?.get(check.first_by)?.name ?? '',
        at: check.first_at,
        maySecond: seconds && check.first_by !== staff.id && !staff.superiors.includes(check.first_by),
      },
      mayWrite,
      shown: await shownTo(read, owner),
    };
  },
);
