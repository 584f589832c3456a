import { ruleDefinitions } from '../../shared/rulebook/definitions.ts';
import type { RuleChangeBody } from '../../shared/rulebook/schema.ts';
import type { Losable, Stage as StageName } from '../../shared/stage/stages.ts';
import { type Calendar, instantAt, workingDayBefore } from './calendar.ts';
import type { Prisoner } from './people.ts';
import { perform } from './perform.ts';
import { asStaff, type Stage } from './stage.ts';

interface Moment {
  readonly at: Temporal.Instant;
  readonly happen: (stage: Stage) => Promise<void>;
}

/** How long the daily record of work goes back, and how many of wings A and D stand in it. */
const workedDays = 115;
const workers = 40;

const madeUp = 'Made up for the demonstration; not law';
const privileges: Readonly<Record<StageName, readonly string[]>> = {
  first: ['letters:1:month', 'visits:1:month', 'books'],
  second: ['letters:2:month', 'visits:1:month', 'books', 'canteen'],
  third: ['letters:2:month', 'visits:2:month', 'books', 'canteen', 'sport'],
  fourth: ['letters:4:month', 'visits:2:month', 'books', 'canteen', 'sport', 'association'],
  special: [
    'letters:1:week',
    'visits:4:month',
    'books',
    'canteen',
    'sport',
    'association',
    'radio',
    'own-clothes',
  ],
};

/** What no text at hand says is entered as what it is: made up, and not confirmed; a kiosk never shows it as law. */
async function enterStages(stage: Stage, validFrom: string): Promise<void> {
  const values: Pick<RuleChangeBody, 'key' | 'value'>[] = [
    ...(Object.keys(privileges) as StageName[]).map(name => ({
      key: `privileges-${name}` as const,
      value: [...privileges[name]],
    })),
    ...(['first', 'second', 'third', 'fourth'] as const).map(name => ({
      key: `stage-length-${name}` as const,
      value: 6,
    })),
  ];
  for (const value of values) {
    if (ruleDefinitions[value.key].value !== null) throw new Error(`${value.key} is known by now`);
    const body = { ...value, source: madeUp, confirmed: false, paper: null, validFrom, reason: madeUp };
    const { context } = stage.past;
    const { id } = await perform(context, 'POST /api/rulebook/changes', {
      caller: asStaff(stage, 'commissioner'),
      params: undefined,
      body,
    });
    await perform(context, 'POST /api/rulebook/changes/:id/decide', {
      caller: asStaff(stage, 'second-commissioner'),
      params: { id },
      body: { accept: true },
    });
  }
}

/** Those with a printed PIN stand first in the register, so they are among them. */
function workersOf({ scene }: Stage): readonly Prisoner[] {
  const { prisoners } = scene;
  return prisoners.filter(({ wing, class: of }) => of === 'convicted' && wing !== 'C').slice(0, workers);
}

/** Who comes new works in grade C; in two months he is in B, and some reach A. */
function gradeOf(index: number, daysAgo: number): 'a' | 'b' | 'c' {
  const done = workedDays - daysAgo + 20 * (index % 4);
  return done > 95 ? 'a' : done > 50 ? 'b' : 'c';
}

async function enterWork(stage: Stage, day: Temporal.PlainDate, daysAgo: number): Promise<void> {
  const lines = workersOf(stage)
    .map(({ id }, index) => ({ prisoner: id, grade: gradeOf(index, daysAgo), index }))
    // Nobody works every day: sick, at court, or locked up.
    .filter(({ index }) => (index * 5 + daysAgo) % 11 !== 0)
    .map(({ prisoner, grade }) => ({ prisoner, grade }));
  await perform(stage.past.context, 'POST /api/earnings/day', {
    caller: asStaff(stage, 'records'),
    params: undefined,
    body: { day: day.toString(), lines },
  });
}

const idOf = (stage: Stage, number: string): string => {
  const found = stage.scene.prisoners.find(one => one.number === number);
  if (!found) throw new RangeError(`nobody has the number ${number}`);
  return found.id;
};

async function takeOff(
  stage: Stage,
  number: string,
  kind: 'canteen' | 'remittance',
  cents: number,
  on: Temporal.PlainDate,
): Promise<void> {
  await perform(stage.past.context, 'POST /api/prisoners/:id/earnings/lines', {
    caller: asStaff(stage, 'records'),
    params: { id: idOf(stage, number) },
    body: { kind, cents, on: on.toString(), reason: kind === 'canteen' ? 'Canteen book' : 'Money order 118' },
  });
}

async function decideStage(
  stage: Stage,
  number: string,
  name: StageName,
  on: Temporal.PlainDate,
  reason: string,
): Promise<void> {
  await perform(stage.past.context, 'POST /api/prisoners/:id/stage/lines', {
    caller: asStaff(stage, 'records'),
    params: { id: idOf(stage, number) },
    body: {
      kind: 'stage',
      reason,
      content: { stage: name, on: on.toString(), decidedBy: 'The stage board' },
    },
  });
}

async function setReview(stage: Stage, number: string, on: Temporal.PlainDate): Promise<void> {
  await perform(stage.past.context, 'POST /api/prisoners/:id/stage/lines', {
    caller: asStaff(stage, 'records'),
    params: { id: idOf(stage, number) },
    body: { kind: 'review', reason: 'Stage book', content: { on: on.toString() } },
  });
}

async function forfeit(stage: Stage, number: string, what: Losable, from: Temporal.PlainDate): Promise<void> {
  const content = {
    what,
    from: from.toString(),
    to: from.add({ days: 30 }).toString(),
    orderedBy: 'The officer in charge',
    order: 'Punishment book 31',
  };
  await perform(stage.past.context, 'POST /api/prisoners/:id/stage/lines', {
    caller: asStaff(stage, 'records'),
    params: { id: idOf(stage, number) },
    body: { kind: 'privilege-lost', reason: 'Took bread from the kitchen', content },
  });
}

/** Every day's work but Sundays', as the office enters it the same evening. */
function workMoments({ today, zone }: Calendar): Moment[] {
  return Array.from({ length: workedDays }, (_, at) => workedDays - at).flatMap(daysAgo => {
    const day = today.subtract({ days: daysAgo });
    if (day.dayOfWeek === 7) return [];
    return { at: instantAt(day, 17 * 3600, zone), happen: (stage: Stage) => enterWork(stage, day, daysAgo) };
  });
}

/** Canteen every second week; James Wekesa's ends when the canteen is taken from him. */
function canteenMoments({ today, zone }: Calendar, heard: Temporal.PlainDate): Moment[] {
  const days = [96, 82, 68, 54, 40, 26, 12, 3].map(ago => today.subtract({ days: ago }));
  const buy = (number: string, cents: number) => (day: Temporal.PlainDate) => ({
    at: instantAt(day, 17.5 * 3600, zone),
    happen: (stage: Stage) => takeOff(stage, number, 'canteen', cents, day),
  });
  const before = days.filter(day => Temporal.PlainDate.compare(day, heard) < 0);
  const sent = today.subtract({ days: 20 });
  return [
    ...before.map(buy('1024/26', 60)),
    ...days.map(buy('318/25', 70)),
    {
      at: instantAt(sent, 17.6 * 3600, zone),
      happen: stage => takeOff(stage, '318/25', 'remittance', 200, sent),
    },
  ];
}

/** Work, money and stages of those whose records stand in the demonstration. */
export function livelihoodMoments(calendar: Calendar): Moment[] {
  const { today, zone } = calendar;
  const heard = workingDayBefore(today, 8);
  const ago = (days: number) => today.subtract({ days });
  const at = (day: Temporal.PlainDate, hour: number) => instantAt(day, hour * 3600, zone);
  const decided = (
    number: string,
    name: StageName,
    days: number,
    entered: number,
    reason: string,
  ): Moment => ({
    at: at(workingDayBefore(today, entered), 12),
    happen: stage => decideStage(stage, number, name, ago(days), reason),
  });
  return [
    { at: at(ago(workedDays + 1), 8), happen: stage => enterStages(stage, '2020-01-01') },
    ...workMoments(calendar),
    ...canteenMoments(calendar, heard),
    decided('1024/26', 'first', 270, 70, 'On admission'),
    decided('1024/26', 'second', 80, 48, 'Conduct and industry good'),
    { at: at(workingDayBefore(today, 47), 12), happen: stage => setReview(stage, '1024/26', ago(-101)) },
    { at: at(workingDayBefore(today, 7), 10), happen: stage => forfeit(stage, '1024/26', 'canteen', heard) },
    decided('318/25', 'first', 620, 69, 'On admission'),
    decided('318/25', 'second', 430, 68, 'Conduct and industry good'),
    decided('318/25', 'third', 240, 67, 'Leads the tailoring class'),
    decided('318/25', 'second', 30, 15, 'Left her place of work twice'),
    { at: at(workingDayBefore(today, 14), 12), happen: stage => setReview(stage, '318/25', ago(-60)) },
  ];
}
