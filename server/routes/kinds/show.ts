import { mayDecideRule, mayProposeRule } from '../../../shared/rulebook/change.ts';
import { kindAt } from '../../../shared/submission/kind-rules.ts';
import type { KindBook, KindProposal, KindRow } from '../../../shared/submission/kind-schema.ts';
import type { Context } from '../../context.ts';
import { handle, present } from '../../http/operation.ts';
import {
  currentKinds,
  type KindVersionRow,
  kindRows,
  liveReaders,
  longestDays,
  rulesIn,
  versionsIn,
  wireRules,
} from '../../queries/kind.ts';
import { getPrison, listPrisonIds, type Prison } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';
import { staffByIds } from '../../queries/staff-names.ts';
import { todayOf } from '../today.ts';

type People = Awaited<ReturnType<typeof staffByIds>>;

function historyOf(rows: readonly KindVersionRow[], people: People): KindRow['history'] {
  return rows
    .toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0))
    .flatMap(row =>
      row.version === null || row.decided_by === null || row.decided_at === null
        ? []
        : {
            version: row.version,
            rules: wireRules(rulesIn(row)),
            reason: row.reason,
            by: [row.proposed_by, row.decided_by].map(id => people.get(id)?.name ?? ''),
            decidedAt: row.decided_at,
          },
    );
}

function proposalsIn(
  rows: readonly KindVersionRow[],
  people: People,
  staff: StaffSession,
  prison: Prison,
): KindProposal[] {
  const now = currentKinds(versionsIn(rows));
  return rows
    .filter(row => row.state === 'proposed')
    .map(row => {
      const first = people.get(row.proposed_by);
      return {
        id: row.id,
        prison: staff.prisonId === null ? prison.name : null,
        kind: row.kind,
        before: wireRules((now.find(one => one.kind === row.kind) ?? kindAt([], row.kind, 0)).rules),
        rules: wireRules(rulesIn(row)),
        reason: row.reason,
        proposedBy: first?.name ?? '',
        proposedAt: row.proposed_at,
        mayDecide: first !== undefined && mayDecideRule(staff, first, 'prison'),
        mine: row.proposed_by === staff.id,
      };
    });
}

async function bookOf(context: Context, staff: StaffSession, prisonId: string): Promise<KindBook> {
  const { read } = context.database;
  const prison = await getPrison(read, prisonId);
  const rows = await kindRows(read, prisonId);
  const people = await staffByIds(
    read,
    rows.flatMap(row => [row.proposed_by, row.decided_by ?? []].flat()),
  );
  const missingFor = await liveReaders(read, prisonId);
  return {
    longestDays: await longestDays(read, prisonId, await todayOf(context, prisonId)),
    kinds: currentKinds(versionsIn(rows)).map(({ kind, version, rules }) => ({
      kind,
      version,
      rules: wireRules(rules),
      answerDays: rules.days ?? prison.settings.answerWithin.days,
      missing: missingFor(rules),
      mayChange: mayProposeRule(staff.role, 'prison'),
      history: historyOf(
        rows.filter(row => row.kind === kind),
        people,
      ),
    })),
    proposals: proposalsIn(rows, people, staff, prison),
  };
}

/** Headquarters sees what waits for it in every prison; the kinds themselves are each prison's own. */
export const kindBook = handle('GET /api/kinds', async ({ context, caller }) => {
  const staff = present(caller.staff, 'staff');
  if (staff.prisonId !== null) return bookOf(context, staff, staff.prisonId);
  const prisonIds = await listPrisonIds(context.database.read);
  const books = await Promise.all(prisonIds.map(id => bookOf(context, staff, id)));
  return {
    longestDays: Math.max(0, ...books.map(book => book.longestDays)),
    kinds: [],
    proposals: books.flatMap(book => book.proposals),
  };
});
