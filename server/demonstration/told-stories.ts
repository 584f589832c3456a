import { type Calendar, visitOn, visitWithin, workingDayBefore } from './calendar.ts';
import type { Course } from './course.ts';
import type { Prisoner } from './people.ts';
import type { Random } from './random.ts';
import type { Scene } from './scene.ts';
import type { Said, Story, Writer } from './story.ts';
import { complaintTexts } from './texts.ts';
import { beginStory } from './usual-stories.ts';

/** One story that is told by hand: of one of the three whose number and PIN are printed. */
interface Told {
  /** Working days before today; null: within the last day. */
  readonly daysAgo: number | null;
  readonly said: Said;
  readonly writer?: Writer;
  readonly keptHours?: number;
  readonly goesOn?: (course: Course) => unknown;
}

const said = (
  kind: Said['kind'],
  problem: string,
  language: 'en' | 'sw',
  more: Partial<Said> = {},
): Said => ({
  kind,
  problem,
  when: 'week',
  many: 'me',
  text: null,
  aboutOfficer: null,
  language,
  ...more,
});

/** One in every state in which a submission can stand, so that "My submissions" shows them all. */
function ofTheFirst(): Told[] {
  const [torn = null] = complaintTexts('clothing', 'torn', 'sw');
  return [
    {
      daysAgo: 55,
      said: said('food', 'too-little', 'sw', { many: 'others' }),
      goesOn: course =>
        course.route(3, 'officer-in-charge', 'kitchen').answer(12, 'kitchen', 'done').open(2).say('settle'),
    },
    {
      daysAgo: 45,
      said: said('necessaries', 'soap', 'sw', { many: 'others' }),
      goesOn: course => course.answer(9, 'deputy', 'will-be-done').close(130, 'deputy'),
    },
    {
      daysAgo: 38,
      said: said('bedding', 'wet', 'sw', { when: 'longer' }),
      goesOn: course =>
        course
          .route(4, 'officer-in-charge', 'stores')
          .answer(20, 'stores', 'not-done')
          .open(2)
          .say('not-settle')
          .answer(14, 'officer-in-charge', 'will-be-done', 'again')
          .open(3)
          .say('not-settle'),
    },
    {
      daysAgo: 20,
      said: said('necessaries', 'water', 'sw', { many: 'others' }),
      goesOn: course =>
        course.route(5, 'deputy', 'stores').answer(18, 'stores', 'done').open(2).say('not-settle'),
    },
    {
      daysAgo: 9,
      said: said('clothing', 'sandals', 'sw'),
      goesOn: course =>
        course
          .route(3, 'officer-in-charge', 'stores', { personNeeded: true })
          .answer(14, 'stores', 'will-be-done')
          .open(1),
    },
    {
      daysAgo: 6,
      said: said('bedding', 'lice', 'sw', { many: 'others' }),
      goesOn: course =>
        course.route(4, 'officer-in-charge', 'infirmary', { noted: true }).answer(18, 'infirmary', 'done'),
    },
    {
      daysAgo: 3,
      said: said('bedding', 'blanket', 'sw', { when: 'longer' }),
      goesOn: course => course.route(5, 'officer-in-charge', 'stores', { personNeeded: true }),
    },
    { daysAgo: null, said: said('clothing', 'torn', 'sw', { text: torn }) },
  ];
}

/** A remand prisoner: one taken while the server was away, and one that somebody else wrote in his number. */
function ofTheSecond(owner: Prisoner): Told[] {
  const pin = owner.pin ?? '';
  return [
    {
      daysAgo: 30,
      said: said('food', 'not-served', 'en'),
      writer: { kind: 'number-and-pin', prisoner: owner, pin },
      keptHours: 3,
      goesOn: course =>
        course.route(6, 'officer-in-charge', 'kitchen').answer(9, 'kitchen', 'done').open(3).say('settle'),
    },
    {
      daysAgo: 24,
      said: said('necessaries', 'cup', 'sw'),
      writer: { kind: 'number-and-pin', prisoner: owner, pin: '000000' },
      keptHours: 1,
      goesOn: course => course.disown(2).answer(20, 'officer-in-charge', 'passed-on'),
    },
    {
      daysAgo: 5,
      said: said('food', 'water', 'en', { many: 'others' }),
      goesOn: course => course.route(4, 'deputy', 'kitchen').answer(12, 'kitchen', 'will-be-done'),
    },
  ];
}

/** A woman who is asked at her next sign-in whether it was she who wrote in her number. */
function ofTheThird(owner: Prisoner): Told[] {
  const [pads = null] = complaintTexts('necessaries', 'towels', 'sw');
  return [
    {
      daysAgo: 15,
      said: said('necessaries', 'towels', 'sw', { text: pads, many: 'others', when: 'longer' }),
      goesOn: course => course.pass(3, 'reader').answer(10, 'officer-in-charge', 'done').open(2),
    },
    {
      daysAgo: 4,
      said: said('necessaries', 'baby', 'sw'),
      writer: { kind: 'number-and-pin', prisoner: owner, pin: '000000' },
      keptHours: 2,
    },
  ];
}

/** The submissions of the three with printed sign-ins. */
export function toldStories(scene: Scene, calendar: Calendar, random: Random): Story[] {
  const [first, second, third] = scene.prisoners;
  if (!first || !second || !third) throw new RangeError('three prisoners have printed sign-ins');
  const tell = (prisoner: Prisoner, { daysAgo, said, writer, keptHours = 0, goesOn }: Told): Story => {
    const who = writer ?? { kind: 'signed-in', prisoner };
    const takenAt =
      daysAgo === null
        ? visitWithin(calendar, 24, random)
        : visitOn(workingDayBefore(calendar.today, daysAgo), random, calendar.zone);
    const course = beginStory(calendar, random, { writer: who, said, takenAt });
    goesOn?.(course);
    return { wing: prisoner.wing, writer: who, said, takenAt, keptHours, moves: course.moves };
  };
  return [
    ...ofTheFirst().map(told => tell(first, told)),
    ...ofTheSecond(second).map(told => tell(second, told)),
    ...ofTheThird(third).map(told => tell(third, told)),
  ];
}
