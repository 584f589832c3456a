import { randomUUID } from 'node:crypto';
import type { SubmissionTable } from '../../../server/database/tables/submission.ts';
import { kinds, manys, rule43Kinds, unitKeys, whens } from '../../../shared/submission/kinds.ts';
import { uuid7 } from '../../helpers/test-kiosk.ts';
import { chances, pick } from './chance.ts';
import type { Plan } from './prison.ts';
import { writtenText } from './words.ts';

/** A line of a long-kept register, with what its search index holds. */
export interface RegisterLine {
  readonly row: SubmissionTable;
  readonly words: string;
  /** Who is named in it, if anybody is. */
  readonly named: string | null;
}

/** The day of the newest line. */
export const registerToday = '2026-11-20';
/** What a prison of 1,800 people hands in, if everyone gets his turn: a million in eleven years. */
export const perDay = 250;
export const dueAfterDays = 20;

/** Most are open until they are due, some for two months, one in a thousand for ever. */
function openChance(ageDays: number): number {
  if (ageDays < dueAfterDays) return 0.9;
  return ageDays < 60 ? 0.1 : 0.001;
}

type Standing = Pick<SubmissionTable, 'state' | 'owner' | 'unit' | 'open'>;

/** Of what is not open most is settled, and some was answered and never said to be settled. */
function standingOf(ageDays: number, hasText: boolean, chance: () => number): Standing {
  const unit = pick(chance, unitKeys);
  if (chance() < openChance(ageDays)) {
    if (hasText && chance() < 0.4) return { state: 'reading', owner: 'first-reader', unit: null, open: 1 };
    if (chance() < 0.05) return { state: 'headquarters', owner: 'headquarters', unit: null, open: 1 };
    return chance() < 0.5
      ? { state: 'triage', owner: 'officer-in-charge', unit: null, open: 1 }
      : { state: 'routed', owner: 'unit', unit, open: 1 };
  }
  const owner = chance() < 0.6 ? 'unit' : 'officer-in-charge';
  const state = pick(chance, [
    'settled',
    'settled',
    'settled',
    'settled',
    'closed',
    'closed',
    'delivered',
  ] as const);
  return {
    state: chance() < 0.03 ? 'answered' : state,
    owner,
    unit: owner === 'unit' ? unit : null,
    open: 0,
  };
}

/** One line; the same for the same number and size. */
function lineOf(plan: Plan, officers: readonly string[], number: number, count: number): RegisterLine {
  const chance = chances(number);
  const ageDays = Math.floor((count - number) / perDay);
  const received = Temporal.PlainDate.from(registerToday).subtract({ days: ageDays });
  const receivedAt = `${received}T${String(6 + (number % 12)).padStart(2, '0')}:00:00.000Z`;
  const kind = pick(chance, rule43Kinds);
  const text = chance() < 0.3 ? writtenText(chance) : null;
  const named = chance() < 0.9;
  const standing = standingOf(ageDays, text !== null, chance);
  const code = Math.floor(chance() * 2 ** 50)
    .toString(32)
    .toUpperCase();
  const reply = standing.open === 0 ? writtenText(chance) : '';
  return {
    row: {
      id: uuid7(Date.parse(receivedAt)),
      prison_id: plan.prisonId,
      near_wings: '',
      number,
      kind,
      kind_version: 0,
      problem: pick<string>(chance, kinds[kind]),
      when_it_was: pick(chance, whens),
      many: pick(chance, manys),
      text,
      recording: null,
      about: null,
      language: chance() < 0.5 ? 'sw' : 'en',
      wing_id: named ? pick(chance, plan.wings) : null,
      prisoner_id: named ? pick(chance, plan.prisoners) : null,
      identity: named ? 'named' : 'nameless',
      person_needed: 0,
      code,
      received_at: receivedAt,
      received_on: received.toString(),
      due_on: received.add({ days: dueAfterDays }).toString(),
      listed_at: receivedAt,
      list_after: null,
      ...standing,
      head_office_named: 0,
      reply_pending: 0,
      reopened: 0,
      risen: 0,
      version: 0,
      state_since: receivedAt,
    },
    words: [text ?? '', code, reply].join(' '),
    named: chance() < 0.005 ? pick(chance, officers) : null,
  };
}

/** Officers who may be named; some of them stand over the reader of the bench. */
export const officers: readonly string[] = Array.from({ length: 40 }, () => randomUUID());

/** The lines of a register of `count` submissions, in order, so many at a time. */
export function* registerLines(plan: Plan, count: number, atOnce: number): Generator<RegisterLine[]> {
  for (let from = 1; from <= count; from += atOnce)
    yield Array.from({ length: Math.min(atOnce, count - from + 1) }, (_, index) =>
      lineOf(plan, officers, from + index, count),
    );
}
