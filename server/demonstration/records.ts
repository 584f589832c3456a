import type { SentenceEntryBody } from '../../shared/sentence/entry.ts';
import { type Calendar, instantAt, officeAfter, workingDayBefore } from './calendar.ts';
import type { signInPrisoners } from './people.ts';
import { perform } from './perform.ts';
import { asStaff, type Stage } from './stage.ts';

interface Moment {
  readonly at: Temporal.Instant;
  readonly happen: (stage: Stage) => Promise<void>;
}
type Number = (typeof signInPrisoners)[number]['number'];

const idOf = (stage: Stage, number: Number): string => {
  const found = stage.scene.prisoners.find(one => one.number === number);
  if (!found) throw new RangeError(`nobody has the number ${number}`);
  return found.id;
};

async function enter(
  stage: Stage,
  number: Number,
  ...lines: readonly SentenceEntryBody[]
): Promise<string[]> {
  const made: string[] = [];
  for (const body of lines) {
    const { id } = await perform(stage.past.context, 'POST /api/prisoners/:id/sentence/lines', {
      caller: asStaff(stage, 'records'),
      params: { id: idOf(stage, number) },
      body,
    });
    made.push(id);
  }
  return made;
}

/** Keeps by hand what the count comes to today, as an office does that has counted rightly. */
async function keepDates(stage: Stage, number: Number): Promise<void> {
  const { view } = await perform(stage.past.context, 'GET /api/prisoners/:id/sentence', {
    caller: asStaff(stage, 'records'),
    params: { id: idOf(stage, number) },
    body: undefined,
  });
  if (!view.computed.ok) throw new Error(`${number} has no dates: ${view.computed.refusal}`);
  const { latest, earliest } = view.computed;
  await enter(stage, number, {
    kind: 'dates',
    reason: 'Register of releases (rule 97)',
    content: { latest, earliest },
  });
}

async function check(stage: Stage, number: Number, by: 'records' | 'officer-in-charge'): Promise<void> {
  await perform(stage.past.context, 'POST /api/prisoners/:id/sentence/check', {
    caller: asStaff(stage, by),
    params: { id: idOf(stage, number) },
    body: undefined,
  });
}

const term = (
  date: Temporal.PlainDate,
  length: { years: number; months: number },
  more: { custodyDays: number; consecutiveTo: string | null; court: string },
): SentenceEntryBody => ({
  kind: 'sentence',
  reason: 'Warrant of committal',
  content: { date: date.toString(), ...length, days: 0, kind: 'definite', fineCents: 0, ...more },
});

/** Two terms, one after the other, with time in custody before the first. */
async function admitWekesa(stage: Stage, sentenced: Temporal.PlainDate): Promise<void> {
  const [first = null] = await enter(
    stage,
    '1024/26',
    term(sentenced, { years: 2, months: 6 }, { custodyDays: 41, consecutiveTo: null, court: 'Nakuru' }),
  );
  await enter(
    stage,
    '1024/26',
    term(sentenced, { years: 0, months: 6 }, { custodyDays: 0, consecutiveTo: first, court: 'Nakuru' }),
  );
  await keepDates(stage, '1024/26');
}

async function punishWekesa(stage: Stage, heard: Temporal.PlainDate): Promise<void> {
  await enter(
    stage,
    '1024/26',
    {
      kind: 'forfeiture',
      reason: 'Took bread from the kitchen',
      content: {
        days: 14,
        orderedBy: 'The officer in charge',
        order: 'Punishment book 31',
        heardOn: heard.toString(),
      },
    },
    {
      kind: 'punishment',
      reason: 'Took bread from the kitchen',
      content: {
        lost: 'privilege',
        what: 'Canteen',
        orderedBy: 'The officer in charge',
        order: 'Punishment book 31',
        from: heard.toString(),
        to: heard.add({ days: 30 }).toString(),
      },
    },
  );
  await keepDates(stage, '1024/26');
}

async function admitCharo(stage: Stage, sentenced: Temporal.PlainDate): Promise<void> {
  await enter(
    stage,
    '318/25',
    term(sentenced, { years: 3, months: 0 }, { custodyDays: 0, consecutiveTo: null, court: 'Kitale' }),
  );
  await keepDates(stage, '318/25');
}

/** That day, or the next on which courts sit as offices do. */
const openDayFrom = (day: Temporal.PlainDate, zone: string) =>
  officeAfter(instantAt(day, 0, zone), 1, zone)
    .toZonedDateTimeISO(zone)
    .toPlainDate();

const courtDay = (on: Temporal.PlainDate, court: string): SentenceEntryBody => ({
  kind: 'court-day',
  reason: 'Production order of the court',
  content: { on: on.toString(), court },
});

/** He serves his term and has appealed against it. */
async function admitBarasa(stage: Stage, sentenced: Temporal.PlainDate): Promise<void> {
  await enter(
    stage,
    '640/25',
    term(sentenced, { years: 4, months: 0 }, { custodyDays: 63, consecutiveTo: null, court: 'Eldoret' }),
  );
  await keepDates(stage, '640/25');
}

/** The records of those whose PIN is printed, entered as the office would. */
export function recordMoments({ today, zone }: Calendar): Moment[] {
  const at = (daysBefore: number, hour: number) =>
    instantAt(workingDayBefore(today, daysBefore), hour * 3600, zone);
  const heard = workingDayBefore(today, 8);
  return [
    { at: at(70, 9), happen: stage => admitWekesa(stage, today.subtract({ days: 270 })) },
    { at: at(69, 10), happen: stage => admitCharo(stage, today.subtract({ days: 620 })) },
    { at: at(68, 10), happen: stage => admitBarasa(stage, today.subtract({ days: 410 })) },
    { at: at(40, 11), happen: stage => check(stage, '318/25', 'records') },
    { at: at(39, 9), happen: stage => check(stage, '318/25', 'officer-in-charge') },
    { at: at(7, 9), happen: stage => punishWekesa(stage, heard) },
    {
      at: at(6, 9),
      happen: async stage => {
        await enter(
          stage,
          '587/26',
          courtDay(openDayFrom(today.add({ days: 9 }), zone), 'Nakuru Law Courts'),
        );
        await enter(
          stage,
          '640/25',
          courtDay(openDayFrom(today.add({ days: 17 }), zone), 'High Court, Eldoret'),
        );
      },
    },
    { at: at(5, 10), happen: stage => check(stage, '1024/26', 'records') },
  ];
}
