import type { VisitPack } from './schema.ts';

/** What may stand among the ten lines at the head of a pack, the gravest first. */
const figures = {
  log: ({ log }: VisitPack) => (log.hold === null ? 0 : 1),
  losses: ({ losses }: VisitPack) => losses.filter(({ after }) => after !== null).length,
  'not-offered': ({ held }: VisitPack) =>
    held.filter(({ offeredOn, since }) => (offeredOn ?? '') < since).length,
  'left-open': ({ departures }: VisitPack) => departures.filter(({ cases }) => cases.length > 0).length,
  overdue: ({ overdue }: VisitPack) => overdue.length,
  missing: ({ kiosks }: VisitPack) => kiosks.reduce((sum, { missing }) => sum + missing.length, 0),
  alone: ({ kiosks }: VisitPack) => kiosks.filter(({ aloneMinutes }) => aloneMinutes >= 60).length,
  'silent-wings': ({ silentWings }: VisitPack) => silentWings.length,
  'not-settled': ({ answers }: VisitPack) => answers.notSettled,
  'same-text': ({ answers }: VisitPack) => answers.sameText,
  pins: ({ pins }: VisitPack) => pins.resets + pins.notMe,
  irregularities: ({ irregularities }: VisitPack) =>
    irregularities.reduce((sum, { count }) => sum + count, 0),
  held: ({ held }: VisitPack) => held.length,
} as const satisfies Record<string, (pack: VisitPack) => number>;

export type VisitLineKey = keyof typeof figures;
export const visitLineKeys = Object.keys(figures) as readonly VisitLineKey[];
const mostLines = 10;

/** The ten lines that matter, the gravest first; what there is none of is left out. */
export function visitLines(pack: VisitPack): { readonly key: VisitLineKey; readonly count: number }[] {
  return visitLineKeys
    .map(key => ({ key, count: figures[key](pack) }))
    .filter(({ count }) => count > 0)
    .slice(0, mostLines);
}
