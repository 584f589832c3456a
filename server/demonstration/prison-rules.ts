import type { PrisonRuleKey } from '../../shared/rulebook/prison-rules.ts';
import type { RuleChangeBody } from '../../shared/rulebook/schema.ts';
import { type Calendar, instantAt, workingDayBefore } from './calendar.ts';
import { perform } from './perform.ts';
import { asStaff, type Stage } from './stage.ts';

const madeUp = 'Made up for the demonstration; not law';

interface Entered {
  readonly key: PrisonRuleKey;
  readonly value: RuleChangeBody['value'];
  readonly paper: string | null;
}

/** Some of what a prison enters; the rest is left out, as in a prison that has only begun. */
const entered: readonly Entered[] = [
  {
    key: 'food-scale',
    paper: null,
    value: {
      en: [
        'Morning: porridge, one mug',
        'Noon: ugali, beans and greens',
        'Evening: ugali or rice, greens',
        'Meat or fish: on Sunday',
        'Tea with milk: on Saturday',
      ],
      sw: [
        'Asubuhi: uji, kikombe kimoja',
        'Mchana: ugali, maharagwe na mboga',
        'Jioni: ugali au wali, mboga',
        'Nyama au samaki: Jumapili',
        'Chai ya maziwa: Jumamosi',
      ],
    },
  },
  {
    key: 'clothing-issue',
    paper: null,
    value: {
      en: ['Two shirts', 'Two pairs of trousers, or two dresses', 'One sweater', 'One pair of sandals'],
      sw: ['Mashati mawili', 'Suruali mbili, au nguo mbili', 'Sweta moja', 'Jozi moja ya ndala'],
    },
  },
  {
    key: 'visiting-days',
    paper: 'Notice at the gate 4/26 (demonstration)',
    value: {
      en: [
        'Wing A and Wing B: Saturday, 9 to 3',
        'Wing C and Wing D: Sunday, 9 to 3',
        'Advocates: every day',
      ],
      sw: [
        'Wing A na Wing B: Jumamosi, saa 3 hadi saa 9',
        'Wing C na Wing D: Jumapili, saa 3 hadi saa 9',
        'Mawakili: kila siku',
      ],
    },
  },
  { key: 'further-privileges', paper: null, value: ['radio', 'sport'] },
];

async function enter(stage: Stage, { key, value, paper }: Entered, validFrom: string): Promise<void> {
  const { context } = stage.past;
  const confirmed = paper !== null;
  const { id } = await perform(context, 'POST /api/rulebook/changes', {
    caller: asStaff(stage, 'records'),
    params: undefined,
    body: { key, value, source: madeUp, confirmed, paper, validFrom, reason: madeUp },
  });
  await perform(context, 'POST /api/rulebook/changes/:id/decide', {
    caller: asStaff(stage, 'officer-in-charge'),
    params: { id },
    body: { accept: true },
  });
}

/** The office proposes, the officer in charge accepts. */
export function prisonRuleMoments({ today, zone }: Calendar) {
  const day = workingDayBefore(today, 45);
  return [
    {
      at: instantAt(day, 14 * 3600, zone),
      happen: async (stage: Stage) => {
        for (const one of entered) await enter(stage, one, day.toString());
      },
    },
  ];
}
