import { randomUUID } from 'node:crypto';
import { balanceOn } from '../../shared/earnings/balance.ts';
import { rateKeyOf } from '../../shared/earnings/entry.ts';
import type { Grade } from '../../shared/earnings/kinds.ts';
import type { ImportNoun } from '../../shared/import/columns.ts';
import type { ImportRow } from '../../shared/import/read-rows.ts';
import type { PrisonerClass } from '../../shared/prisoner/classes.ts';
import type { PinKind } from '../../shared/prisoner/pin-pictures.ts';
import type { Sex } from '../../shared/prisoner/sex.ts';
import { ruleOn } from '../../shared/rulebook/value.ts';
import type { Stage } from '../../shared/stage/stages.ts';
import { earningsRowOf, workLine } from './earnings.ts';
import { planCourtDay, planForfeitures, planPunishments, planSentences } from './import-plan-sentence.ts';
import { number, type Plan, Planner, type Standing, text } from './import-planner.ts';
import { normalNumber } from './prisoner.ts';
import { stageLine } from './stage.ts';

function planPrisoners(planner: Planner, rows: readonly ImportRow[]): void {
  const seen = new Set<string>();
  const { people, wings } = planner.standing;
  for (const row of rows) {
    const given = normalNumber(text(row, 'number'));
    const wingId = wings.get(text(row, 'wing').toLowerCase());
    if (seen.has(given)) planner.refuse(row, 'number', 'twice-in-file');
    else if (wingId === undefined) planner.refuse(row, 'wing', 'unknown-wing');
    else {
      const before = people.get(given);
      if (before?.released) {
        planner.refuse(row, 'number', 'released');
        continue;
      }
      const person = {
        id: before?.id ?? randomUUID(),
        number: given,
        name: text(row, 'name'),
        wingId,
        class: text(row, 'class') as PrisonerClass,
        pinKind: (text(row, 'pin') || before?.pinKind || 'digits') as PinKind,
        sex: (text(row, 'sex') || before?.sex || null) as Sex | null,
      };
      const court = planCourtDay(planner, row, person.id);
      if (court === 'wrong') continue;
      const same =
        before?.name === person.name &&
        before.wingId === wingId &&
        before.class === person.class &&
        before.pinKind === person.pinKind &&
        before.sex === person.sex;
      const deed = before ? (same && court === 'none' ? 'same' : 'change') : 'add';
      if (deed === 'add') planner.plan.added.push(person);
      if (before && !same) planner.plan.changed.push(person);
      const more = ['pin', 'sex', 'court_day', 'court'].map(name => text(row, name));
      const words = [text(row, 'name'), text(row, 'wing'), person.class, ...more].filter(Boolean);
      planner.plan.changes.push({ line: row.line, deed, number: given, name: before?.name ?? null, words });
    }
    seen.add(given);
  }
}

/** Days of work that stand already, by person. */
function workedDays(standing: Standing): Set<string> {
  const worked = new Set<string>();
  for (const rows of standing.earnings.values()) {
    const undone = new Set(rows.flatMap(row => row.reverses ?? []));
    for (const row of rows)
      if (row.kind === 'work' && !undone.has(row.id)) worked.add(`${row.prisoner_id} ${row.on_day}`);
  }
  return worked;
}

function planWork(planner: Planner, rows: readonly ImportRow[]): void {
  const { rules } = planner.standing;
  const worked = workedDays(planner.standing);
  const seen = new Set<string>();
  for (const row of rows) {
    const person = planner.personOf(row);
    if (!person) continue;
    const [day, grade] = [text(row, 'day'), text(row, 'grade') as Grade];
    const key = `${person.id} ${day}`;
    if (worked.has(key)) planner.refuse(row, 'day', 'already-entered');
    else if (seen.has(key)) planner.refuse(row, 'day', 'twice-in-file');
    else if (typeof ruleOn(rules, rateKeyOf[grade], day).value !== 'number')
      planner.refuse(row, 'grade', 'rate-unknown');
    else {
      const reason = text(row, 'reason') || 'Daily record of work (rule 90)';
      planner.plan.earnings.push(workLine(person.id, { day, grade, reason }, rules));
      planner.note(row, person, day, grade.toUpperCase());
    }
    seen.add(key);
  }
}

function planStages(planner: Planner, rows: readonly ImportRow[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const person = planner.personOf(row);
    if (!person) continue;
    const [on, stage] = [text(row, 'on'), text(row, 'stage') as Stage];
    const key = `${person.id} ${on}`;
    if (seen.has(key)) {
      planner.refuse(row, 'on', 'twice-in-file');
      continue;
    }
    seen.add(key);
    const content = { stage, on, decidedBy: text(row, 'decided_by') };
    const body = { kind: 'stage', content, reason: text(row, 'reason') } as const;
    planner.plan.stage.push(stageLine(person.id, body, planner.standing.today));
    planner.note(row, person, on, stage);
  }
}

const planDebits = (kind: 'canteen' | 'remittance') => (planner: Planner, rows: readonly ImportRow[]) => {
  const { rules, earnings, today } = planner.standing;
  const left = new Map<string, number>();
  for (const row of rows) {
    const person = planner.personOf(row);
    if (!person) continue;
    const cents = number(row, 'sum');
    const own = (earnings.get(person.id) ?? []).map(earningsRowOf);
    const spendable = left.get(person.id) ?? balanceOn(own, rules, today).spendable;
    left.set(person.id, spendable);
    if (cents > spendable) {
      planner.refuse(row, 'sum', 'beyond-spendable');
      continue;
    }
    left.set(person.id, spendable - cents);
    planner.plan.earnings.push({
      prisoner_id: person.id,
      kind,
      on_day: text(row, 'day'),
      reason: text(row, 'reason'),
      reverses: null,
      grade: null,
      days: 0,
      rate_cents: null,
      amount_cents: -cents,
    });
    planner.note(row, person, text(row, 'day'), (cents / 100).toFixed(2));
  }
};

const planners: Readonly<Record<ImportNoun, (planner: Planner, rows: readonly ImportRow[]) => void>> = {
  prisoners: planPrisoners,
  sentences: planSentences,
  punishments: planPunishments,
  forfeitures: planForfeitures,
  work: planWork,
  stages: planStages,
  canteen: planDebits('canteen'),
  remittances: planDebits('remittance'),
};

/** Works out what rows would do; nothing is written. */
export function planOf(noun: ImportNoun, standing: Standing, rows: readonly ImportRow[]): Plan {
  const planner = new Planner(standing);
  planners[noun](planner, rows);
  return planner.plan;
}
