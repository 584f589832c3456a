import { isDay } from '../../../shared/prisoner/lines.ts';
import { Problem } from '../../../shared/problems.ts';
import { mayDecideRule, mayProposeRule } from '../../../shared/rulebook/change.ts';
import { definitionOf, type RuleValue, ruleKeys } from '../../../shared/rulebook/definitions.ts';
import type { Rulebook } from '../../../shared/rulebook/schema.ts';
import { knownAt, type RuleEntry, ruleOn, sameValue } from '../../../shared/rulebook/value.ts';
import { endOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { getPrison } from '../../queries/prison.ts';
import { type RulebookRow, rulebookRows, ruleEntryOf } from '../../queries/rulebook.ts';
import type { StaffSession } from '../../queries/staff.ts';
import { staffByIds } from '../../queries/staff-names.ts';
import { todayOf } from '../today.ts';

type People = Awaited<ReturnType<typeof staffByIds>>;

function historyOf(rows: readonly RulebookRow[], people: People): Rulebook['values'][number]['history'] {
  return rows.toReversed().flatMap(row => {
    const entry = ruleEntryOf(row);
    if (!entry) return [];
    const by = [...new Set([row.proposed_by, row.decided_by ?? row.proposed_by])];
    return {
      ...entry,
      by: by.map(id => people.get(id)?.name ?? ''),
      reason: row.reason,
    };
  });
}

function proposalOf(
  row: RulebookRow,
  entries: readonly RuleEntry[],
  people: People,
  staff: StaffSession,
): Rulebook['proposals'][number] {
  const { scope, unit } = definitionOf(row.key);
  const first = people.get(row.proposed_by);
  return {
    id: row.id,
    key: row.key,
    scope,
    unit,
    before: ruleOn(entries, row.key, row.valid_from).value,
    value: JSON.parse(row.value) as RuleValue,
    source: row.source,
    confirmed: row.confirmed === 1,
    paper: row.paper,
    validFrom: row.valid_from,
    reason: row.reason,
    proposedBy: first?.name ?? '',
    proposedAt: row.proposed_at,
    mayDecide: first !== undefined && mayDecideRule(staff, first, scope),
    mine: row.proposed_by === staff.id,
  };
}

export const rulebook = handle('GET /api/rulebook', async ({ context, caller, query }) => {
  const staff = present(caller.staff, 'staff');
  const { read } = context.database;
  const today = await todayOf(context, staff.prisonId);
  const day = query.day ?? today;
  if (!isDay(day)) throw new Problem('value-wrong');
  const zone = staff.prisonId === null ? context.config.zone : (await getPrison(read, staff.prisonId)).zone;
  const rows = await rulebookRows(read, staff.prisonId);
  const entries = rows.flatMap(row => ruleEntryOf(row) ?? []);
  const then = day < today ? knownAt(entries, endOf(day, zone)) : entries;
  const people = await staffByIds(
    read,
    rows.flatMap(row => [row.proposed_by, ...(row.decided_by ? [row.decided_by] : [])]),
  );
  return {
    day,
    values: ruleKeys.map(key => {
      const now = ruleOn(entries, key, day);
      const { value, confirmed } = ruleOn(then, key, day);
      const { scope } = definitionOf(key);
      return {
        key,
        scope,
        ...now,
        said: sameValue(value, now.value) && confirmed === now.confirmed ? null : { value, confirmed },
        mayChange: mayProposeRule(staff.role, scope),
        mayConfirm: staff.role === 'officer-in-charge' && now.value !== null && !now.confirmed,
        history: historyOf(
          rows.filter(row => row.key === key),
          people,
        ),
      };
    }),
    proposals: rows
      .filter(row => row.state === 'proposed')
      .map(row => proposalOf(row, entries, people, staff)),
  };
});
