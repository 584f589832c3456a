import type { NotAskedReason, OfferAnswer, Section } from '../../shared/offer/kinds.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import { isoOf } from '../clock.ts';
import { takeItem } from '../routes/intake/take.ts';
import { openItems } from '../work/open-items.ts';
import { type Calendar, instantAt } from './calendar.ts';
import { idAt } from './kiosk.ts';
import type { Prisoner } from './people.ts';
import { perform } from './perform.ts';
import { asStaff, type Stage } from './stage.ts';

interface Moment {
  readonly at: Temporal.Instant;
  readonly happen: (stage: Stage) => Promise<void>;
}

/** Who is held where, and from how many days ago. */
interface Held {
  readonly section: Section;
  readonly who: (prisoners: readonly Prisoner[]) => readonly Prisoner[];
  readonly daysAgo: number;
  /** Days ago on which nobody came to them with the kiosk. */
  readonly passedOver: readonly number[];
}

const fromWing = (wing: Prisoner['wing'], first: number, count: number) => (prisoners: readonly Prisoner[]) =>
  prisoners
    .filter(one => one.wing === wing && one.class !== 'condemned' && one.pin === null)
    .slice(first, first + count);

const all: readonly Held[] = [
  {
    section: 'condemned',
    who: prisoners => prisoners.filter(one => one.class === 'condemned'),
    daysAgo: 20,
    passedOver: [6, 13],
  },
  { section: 'punishment-cells', who: fromWing('C', 3, 2), daysAgo: 8, passedOver: [2, 3, 6] },
  { section: 'punishment-cells', who: fromWing('B', 5, 1), daysAgo: 3, passedOver: [1, 2, 3] },
  { section: 'infirmary', who: fromWing('A', 11, 3), daysAgo: 11, passedOver: [9] },
];

const answers: readonly (readonly [OfferAnswer, NotAskedReason | null])[] = [
  ['used', null],
  ['not-wanted', null],
  ['used', null],
  ['not-asked', 'asleep'],
  ['not-wanted', null],
  ['used', null],
  ['not-asked', 'not-there'],
];

/** Of all that people say, none is more usual than the other; the same ones every time that it is filled. */
function answerOf(day: number, place: number, section: Section): (typeof answers)[number] {
  const [answer, reason] = answers[(day * 3 + place * 5) % answers.length] ?? ['used', null];
  return section === 'infirmary' && answer === 'not-asked' ? ['not-asked', 'too-ill'] : [answer, reason];
}

async function hold({ past, scene, ...stage }: Stage, held: Held, fromOn: string): Promise<void> {
  const caller = asStaff({ past, scene, ...stage }, 'officer-in-charge');
  for (const { number } of held.who(scene.prisoners))
    await perform(past.context, 'POST /api/placements', {
      caller,
      params: undefined,
      body: { number, section: held.section, fromOn },
    });
}

/** A morning's round: the carried kiosk seals each offer and sends them together when it is back. */
async function goRound(stage: Stage, held: Held, day: number, at: Temporal.Instant): Promise<void> {
  const { context } = stage.past;
  const people = held.who(stage.scene.prisoners);
  for (const [place, { number }] of people.entries()) {
    const madeAt = at.subtract({ minutes: 4 * (people.length - place) });
    const [answer, reason] = answerOf(day, place, held.section);
    const content: OfferContent = {
      version: 1,
      type: 'offer',
      id: idAt(madeAt),
      section: held.section,
      number,
      answer,
      reason,
      madeAt: isoOf(madeAt),
    };
    await takeItem(context, await stage.round.freeze(content, { version: 1, kind: 'nameless' }, madeAt));
  }
  await openItems(context, stage.scene.prisonId);
}

/** People come to be held apart, and the kiosk is carried to them; on some days nobody carries it. */
export function roundMoments({ today, zone }: Calendar): Moment[] {
  return all.flatMap((held, index): Moment[] => {
    const since = today.subtract({ days: held.daysAgo });
    const began = instantAt(since, (9 + index / 4) * 3600, zone);
    const walked = Array.from({ length: held.daysAgo }, (_, day) => day + 1).filter(
      day => !held.passedOver.includes(day),
    );
    return [
      { at: began, happen: stage => hold(stage, held, since.toString()) },
      ...walked.map((day): Moment => {
        const at = instantAt(today.subtract({ days: day }), (10 + index / 2) * 3600, zone);
        return { at, happen: stage => goRound(stage, held, day, at) };
      }),
    ];
  });
}
