import Type, { type Static } from 'typebox';
import type { RuleEntry } from '../rulebook/value.ts';
import { ruleOn } from '../rulebook/value.ts';
import { Id, oneOf, PlainDay } from '../schema.ts';
import {
  type Convention,
  conventions,
  type ReleaseResult,
  type SentenceRefusal,
  sentenceRefusals,
} from './case.ts';
import type { SentenceEntry } from './entry.ts';
import { losses } from './losses.ts';
import { caseOf, isLong, linesOf } from './record.ts';
import { releaseDates } from './release-dates.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Dates = Type.Object({ latest: PlainDay, earliest: PlainDay });

/** One step of the count: a key that a locale says, and its numbers and days. */
export type ShownStep = { readonly key: string } & { readonly [name: string]: string | number };
/** Plain JSON schema: the server's writer of answers cannot merge an intersection with a record. */
const StepSchema = Type.Unsafe<ShownStep>({
  type: 'object',
  properties: { key: { type: 'string' } },
  required: ['key'],
  additionalProperties: { type: ['string', 'integer'] },
});

/** How far the two dates can be believed. */
export const dateStates = ['checked', 'not-checked', 'being-checked', 'not-entered'] as const;

/** Rule 96: a forfeiture, made fully known, and what its owner said of it. */
export const Notice = Type.Object({
  id: Id,
  days: Type.Integer(),
  on: PlainDay,
  orderedBy: Type.String(),
  order: Type.String(),
  heardOn: orNull(PlainDay),
  reason: Type.String(),
  answer: orNull(oneOf(['opened', 'heard', 'disagree'] as const)),
});
export type Notice = Static<typeof Notice>;

/** Somebody's record as he himself, and the documentation office, sees it. */
export const SentenceView = Type.Object({
  recorded: orNull(Dates),
  computed: Type.Union([
    Type.Object({
      ok: Type.Literal(true),
      latest: PlainDay,
      earliest: PlainDay,
      totalDays: Type.Integer(),
      remission: Type.Integer(),
      lost: Type.Integer(),
      left: Type.Integer(),
      steps: Type.Array(StepSchema),
    }),
    Type.Object({ ok: Type.Literal(false), refusal: oneOf([...sentenceRefusals, 'rulebook'] as const) }),
  ]),
  state: oneOf(dateStates),
  checkedOn: orNull(PlainDay),
  convention: Type.Object({ name: oneOf(conventions), confirmed: Type.Boolean() }),
  long: Type.Boolean(),
  notices: Type.Array(Notice),
  /** The next day in court; if none lies ahead, the last that was entered. */
  courtDay: orNull(Type.Object({ on: PlainDay, court: Type.String() })),
  /** The last day on which an appeal against the latest sentence can be entered (Criminal Procedure Code s. 349); null once it is over. */
  appealUntil: orNull(PlainDay),
  punishments: Type.Array(
    Type.Object({
      id: Id,
      lost: oneOf(losses),
      what: Type.String(),
      orderedBy: Type.String(),
      order: Type.String(),
      from: PlainDay,
      to: orNull(PlainDay),
    }),
  ),
});
export type SentenceView = Static<typeof SentenceView>;

/** What a view is made from, all of it already read. */
export interface SentenceFacts {
  /** The lines that stand: neither reversed nor reversals. */
  readonly entries: readonly SentenceEntry[];
  readonly rules: readonly RuleEntry[];
  /** Rule 94: dates that two people found right, latest check last. */
  readonly checks: readonly { readonly latest: string; readonly earliest: string; readonly on: string }[];
  readonly answers: ReadonlyMap<string, NonNullable<Notice['answer']>>;
  readonly today: string;
}

/**
 * By which convention sentences are counted on a day. The count knows one third and one month; another value of the
 * rulebook needs another count: null.
 */
export function countedBy(rules: readonly RuleEntry[], today: string): Convention | null {
  const share = ruleOn(rules, 'remission-share', today).value;
  const first = ruleOn(rules, 'remission-served-first', today).value;
  const convention = conventions.find(name => name === ruleOn(rules, 'counting-convention', today).value);
  return share === '1/3' && first === 1 && convention ? convention : null;
}

function compute(facts: SentenceFacts): SentenceView['computed'] {
  const convention = countedBy(facts.rules, facts.today);
  if (convention === null) return { ok: false, refusal: 'rulebook' };
  const result: ReleaseResult = releaseDates(caseOf(facts.entries, convention, facts.today));
  if (!result.ok) return result;
  return { ok: true, ...result.dates, steps: [...result.dates.steps] };
}

const same = (a: Static<typeof Dates>, b: Static<typeof Dates>) =>
  a.latest === b.latest && a.earliest === b.earliest;

/** The next day in court, else the last that was entered: that it passed without another one is worth knowing too. */
function courtDayOf({ entries, today }: SentenceFacts): SentenceView['courtDay'] {
  const days = linesOf(entries, 'court-day')
    .map(({ content }) => content)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return days.find(({ on }) => on >= today) ?? days.at(-1) ?? null;
}

/** The day of the sentence is not counted: of fourteen days the last is the fourteenth after it. */
function appealUntilOf({ entries, rules, today }: SentenceFacts): string | null {
  const within = ruleOn(rules, 'appeal-within', today).value;
  const passed = linesOf(entries, 'sentence').map(({ content }) => content.date);
  const latest = passed.toSorted().at(-1);
  if (latest === undefined || typeof within !== 'number') return null;
  const until = Temporal.PlainDate.from(latest).add({ days: within }).toString();
  return until >= today ? until : null;
}

/** What has no dates, whatever stands in the record. */
const endless: readonly SentenceRefusal[] = ['life', 'death', 'presidents-pleasure'];

/** Whether recorded dates are not what the lines come to: another count, or lines that cannot be counted at all. */
function isDoubtful(recorded: Static<typeof Dates>, computed: SentenceView['computed']): boolean {
  return computed.ok ? !same(recorded, computed) : computed.refusal !== 'no-sentence';
}

/**
 * The dates of rule 97's record are the ones that are shown; the computed ones explain and check them. Where the two
 * differ nobody's check counts until the difference is settled.
 */
export function sentenceView(facts: SentenceFacts): SentenceView {
  const { entries, rules, checks, today } = facts;
  const computed = compute(facts);
  const kept = linesOf(entries, 'dates').at(-1)?.content ?? null;
  const dateless = !computed.ok && endless.some(refusal => refusal === computed.refusal);
  const recorded = kept && !dateless ? { latest: kept.latest, earliest: kept.earliest } : null;
  const differs = recorded !== null && isDoubtful(recorded, computed);
  const check = recorded ? checks.findLast(one => same(one, recorded)) : undefined;
  const convention = ruleOn(rules, 'counting-convention', today);
  const stands = caseOf(entries, 'calendar', today);
  return {
    recorded,
    computed,
    state: recorded === null ? 'not-entered' : differs ? 'being-checked' : check ? 'checked' : 'not-checked',
    checkedOn: differs ? null : (check?.on ?? null),
    convention: { name: countedBy(rules, today) ?? 'calendar', confirmed: convention.confirmed },
    long: isLong(stands),
    notices: linesOf(entries, 'forfeiture')
      .toReversed()
      .map(({ id, onDay, reason, content }) => ({
        id,
        on: onDay,
        reason,
        ...content,
        answer: facts.answers.get(id) ?? null,
      })),
    courtDay: courtDayOf(facts),
    appealUntil: appealUntilOf(facts),
    punishments: linesOf(entries, 'punishment')
      .toReversed()
      .map(({ id, content }) => ({ id, ...content })),
  };
}
