import Type, { type Static } from 'typebox';
import { linesOfKind, orNull } from '../prisoner/lines.ts';
import type { RuleKey } from '../rulebook/definitions.ts';
import { readPrivileges } from '../rulebook/privilege.ts';
import { PrivilegeSchema } from '../rulebook/schema.ts';
import { linesOf, type RuleEntry, ruleOn } from '../rulebook/value.ts';
import { Id, oneOf, PlainDay } from '../schema.ts';
import type { StageEntry } from './entry.ts';
import { losables, type Stage, stages } from './stages.ts';

/** A value of the rulebook that may be unknown, and may be known and not confirmed: never shown as law then. */
const Known = {
  confirmed: Type.Boolean(),
};

export const Rung = Type.Object({
  stage: oneOf(stages),
  /** Null: not entered in the rulebook. */
  privileges: orNull(Type.Array(PrivilegeSchema)),
  ...Known,
});
export type Rung = Static<typeof Rung>;

export const moves = ['put', 'promoted', 'reduced', 'kept'] as const;

export const StageChange = Type.Object({
  id: Id,
  stage: oneOf(stages),
  on: PlainDay,
  /** What it was against the stage before. */
  move: oneOf(moves),
  decidedBy: Type.String(),
  reason: Type.String(),
});

export const LostPrivilege = Type.Object({
  id: Id,
  what: oneOf(losables),
  from: PlainDay,
  to: orNull(PlainDay),
  orderedBy: Type.String(),
  order: Type.String(),
  reason: Type.String(),
  over: Type.Boolean(),
});
export type LostPrivilege = Static<typeof LostPrivilege>;

/** Somebody's stage for his own eyes, and for the office that keeps it. */
export const StageView = Type.Object({
  stage: orNull(oneOf(stages)),
  since: orNull(PlainDay),
  /** The next stage, the months to be spent in this one, and the day on which they are over. */
  next: orNull(
    Type.Object({
      stage: oneOf(stages),
      months: orNull(Type.Integer()),
      from: orNull(PlainDay),
      ...Known,
    }),
  ),
  review: orNull(PlainDay),
  ladder: Type.Array(Rung),
  further: Rung.properties.privileges,
  furtherConfirmed: Type.Boolean(),
  /** Newest first. */
  history: Type.Array(StageChange),
  lost: Type.Array(LostPrivilege),
});
export type StageView = Static<typeof StageView>;

export interface StageFacts {
  /** The lines that stand: neither reversed nor reversals. */
  readonly entries: readonly StageEntry[];
  readonly rules: readonly RuleEntry[];
  readonly today: string;
}

function privilegesOf({ rules, today }: StageFacts, key: RuleKey) {
  const { value, confirmed } = ruleOn(rules, key, today);
  return { privileges: readPrivileges(linesOf(value)), confirmed };
}

const byDay = (a: StageEntry, b: StageEntry) =>
  a.onDay === b.onDay ? a.position - b.position : a.onDay < b.onDay ? -1 : 1;

function moveOf(before: Stage | null, now: Stage): (typeof moves)[number] {
  if (before === null) return 'put';
  const by = stages.indexOf(now) - stages.indexOf(before);
  return by > 0 ? 'promoted' : by < 0 ? 'reduced' : 'kept';
}

function historyOf({ entries, today }: StageFacts): StageView['history'] {
  let before: Stage | null = null;
  return linesOfKind(entries, 'stage')
    .filter(({ content }) => content.on <= today)
    .toSorted(byDay)
    .map(({ id, content, reason }) => {
      const move = moveOf(before, content.stage);
      before = content.stage;
      return { id, ...content, move, reason };
    })
    .toReversed();
}

/** A line that repeats the stage does not begin it anew: he is in it since the first of them in a row. */
function sinceOf(history: StageView['history']): string | null {
  const first = history.findIndex(({ move }) => move !== 'kept');
  return history[first]?.on ?? null;
}

const lengthKeys: Readonly<Partial<Record<Stage, RuleKey>>> = {
  first: 'stage-length-first',
  second: 'stage-length-second',
  third: 'stage-length-third',
  fourth: 'stage-length-fourth',
};

function nextOf({ rules, today }: StageFacts, stage: Stage, since: string): StageView['next'] {
  const next = stages[stages.indexOf(stage) + 1];
  const key = lengthKeys[stage];
  if (next === undefined || key === undefined) return null;
  const { value, confirmed } = ruleOn(rules, key, today);
  if (typeof value !== 'number') return { stage: next, months: null, from: null, confirmed: false };
  const from = Temporal.PlainDate.from(since).add({ months: value }).toString();
  return { stage: next, months: value, from, confirmed };
}

/** Rules 9 to 18 for one person: where he stands, what it brings, and what is known of the way on. */
export function stageView(facts: StageFacts): StageView {
  const { entries, today } = facts;
  const history = historyOf(facts);
  const stage = history[0]?.stage ?? null;
  const since = sinceOf(history);
  const further = privilegesOf(facts, 'further-privileges');
  // A review that was set before the stage was decided has been held.
  const review = linesOfKind(entries, 'review')
    .filter(({ content }) => content.on >= (history[0]?.on ?? ''))
    .at(-1);
  return {
    stage,
    since,
    next: stage && since ? nextOf(facts, stage, since) : null,
    review: review?.content.on ?? null,
    ladder: stages.map(one => ({ stage: one, ...privilegesOf(facts, `privileges-${one}`) })),
    further: further.privileges,
    furtherConfirmed: further.confirmed,
    history,
    lost: linesOfKind(entries, 'privilege-lost')
      .toSorted(byDay)
      .toReversed()
      .map(({ id, content, reason }) => ({
        id,
        ...content,
        reason,
        over: content.to !== null && content.to < today,
      })),
  };
}
