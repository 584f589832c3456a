import type { ReleaseDates, Step, StepKey } from '../../../shared/sentence/case.ts';

const day = (text: unknown) => Temporal.PlainDate.from(String(text));

/** Adds a result's steps up again, as somebody would who reads them from the screen and knows nothing else. */
export function addUp(steps: readonly Step[]): Omit<ReleaseDates, 'steps'> {
  const all = (key: StepKey) => steps.filter(step => step.key === key);
  const sumOf = (key: StepKey, field = 'days') =>
    all(key).reduce((total, step) => total + Number(step[field]), 0);
  const one = (key: StepKey): Step => {
    const [step, more] = all(key);
    if (!step || more) throw new Error(`${all(key).length} steps of ${key}`);
    return step;
  };
  const total = one('total');
  const totalDays = day(total.from).until(day(total.to), { largestUnit: 'days' }).days + 1;
  if (all('remission').length + all('remission-none').length + all('remission-deprived').length !== 1)
    throw new Error('remission is neither allowed nor denied, or both');
  for (const step of all('remission')) {
    const earning = Math.max(0, totalDays - sumOf('non-earning'));
    if (step.earning !== earning) throw new Error(`${step.earning} days earn, not ${earning}`);
  }
  const remission = Math.floor(sumOf('remission', 'earning') / 3);
  const lost = sumOf('forfeited') - sumOf('restored');
  const left = remission - lost + sumOf('extra');
  const moved = sumOf('at-large') + sumOf('on-bail');
  const earliest = bounded(steps, day(total.to).subtract({ days: left }));
  return {
    latest: day(total.to).add({ days: moved }).toString(),
    earliest: earliest.add({ days: moved }).toString(),
    totalDays,
    remission,
    lost,
    left,
  };
}

/** The earliest date as its step has it, and what then held it back; a step that holds back nothing is wrong. */
function bounded(steps: readonly Step[], counted: Temporal.PlainDate): Temporal.PlainDate {
  let at = counted;
  for (const step of steps) {
    if (step.key === 'earliest' && !day(step.date).equals(counted))
      throw new Error(`counted ${counted}, said ${step.date}`);
    if (step.key !== 'one-month-served' && step.key !== 'not-after-latest') continue;
    const held = day(step.date);
    if (Temporal.PlainDate.compare(held, at) <= 0) throw new Error(`${step.key} changes nothing`);
    at = held;
  }
  return at;
}

/** The last day of a single chain, from its terms, custody and fines alone. */
export function chainEnd(steps: readonly Step[], convention: string): string {
  const terms = steps.filter(step => step.key === 'term');
  const sumOf = (field: string, of: readonly Step[]) =>
    of.reduce((total, step) => total + Number(step[field]), 0);
  const [years, months, days] = ['years', 'months', 'days'].map(field => sumOf(field, terms)) as [
    number,
    number,
    number,
  ];
  const custody = steps.filter(step => step.key === 'custody');
  const paid = steps.filter(step => step.key === 'fine-paid');
  const less = paid.reduce(
    (total, step) =>
      total + Math.floor((Number(step.days) * Number(step.paidCents)) / Number(step.fineCents)),
    0,
  );
  const start = day(terms[0]?.date).subtract({ days: sumOf('days', custody) });
  const after =
    convention === 'calendar'
      ? start.add({ months: 12 * years + months })
      : start.add({ days: 30 * (12 * years + months) });
  return after.add({ days: days - 1 - less }).toString();
}
