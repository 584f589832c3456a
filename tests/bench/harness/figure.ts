/** One measured value with the floor that was measured beside it. */
export interface Figure {
  readonly bench: string;
  /** Which of the bench's cases: engine, size, question. */
  readonly case: string;
  /** Median over the rounds. */
  readonly figure: number;
  readonly unit: string;
  /** Median of the floor in the same rounds; null where there is none. */
  readonly floor: number | null;
  /** Median of figure ÷ floor, round by round, so that a drift of the machine hits both. */
  readonly ratio: number | null;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
  /** What must be reached and what is aimed at; null for what is only told. */
  readonly goal: Goal | null;
  readonly note: string;
}

/** A limit on the figure, on its ratio to the floor, or on what it adds to the floor. */
export interface Goal {
  readonly of: 'figure' | 'ratio' | 'excess';
  readonly better: 'more' | 'less';
  readonly must: number;
  readonly aim: number | null;
}

export type Verdict = 'aim' | 'must' | 'missed' | 'told';

function measuredBy(goal: Goal, { figure, floor, ratio }: Figure): number | null {
  switch (goal.of) {
    case 'figure':
      return figure;
    case 'ratio':
      return ratio;
    case 'excess':
      return floor === null ? null : figure - floor;
  }
}

/** How a figure stands to its goal. */
export function verdictOf(result: Figure): Verdict {
  const { goal } = result;
  const value = goal && measuredBy(goal, result);
  if (goal === null || value === null) return 'told';
  const reaches = (limit: number) => (goal.better === 'more' ? value >= limit : value <= limit);
  if (goal.aim !== null && reaches(goal.aim)) return 'aim';
  return reaches(goal.must) ? 'must' : 'missed';
}

/** Three digits that mean something: no machine here measures more. */
export function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}

/** The middle of the sorted values; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Interpolated between neighbours; `share` from 0 to 1. Throws on no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError('no values to take a share of');
  return below + (above - below) * (at - Math.floor(at));
}

/** One round: ours, and the floor just before or after it. */
export interface Pair {
  readonly figure: number;
  readonly floor: number | null;
}

export type Label = Pick<Figure, 'bench' | 'case' | 'unit' | 'goal' | 'note'>;

/** Sums up the rounds of one case. Throws on none. */
export function figureOf(label: Label, pairs: readonly Pair[]): Figure {
  const figures = pairs.map(pair => pair.figure);
  const floors = pairs.flatMap(pair => pair.floor ?? []);
  const ratios = pairs.flatMap(({ figure, floor }) => (floor ? [figure / floor] : []));
  return {
    bench: label.bench,
    case: label.case,
    figure: rounded(median(figures)),
    unit: label.unit,
    floor: floors.length > 0 ? rounded(median(floors)) : null,
    ratio: ratios.length > 0 ? rounded(median(ratios)) : null,
    min: rounded(Math.min(...figures)),
    max: rounded(Math.max(...figures)),
    rounds: pairs.length,
    goal: label.goal,
    note: label.note,
  };
}
