import { lossWindow } from './kinds.ts';
import type { LossRow } from './schema.ts';

/** Something that somebody lost, before it is known whether he had complained. */
export interface Loss extends Omit<LossRow, 'after'> {
  readonly prisonerId: string;
  /** It came with an import of old records: the day it was entered says nothing. */
  readonly imported: boolean;
}

/** A submission under its writer's name. */
export interface Written {
  readonly prisonerId: string;
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

const addDays = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** Whether a loss falls into the days after this day: by its own date, or by when it was entered, for dates can be put back. */
export function fallsAfter(loss: Pick<Loss, 'on' | 'enteredOn'>, day: string, imported = false): boolean {
  const last = addDays(day, lossWindow);
  return [loss.on, ...(imported ? [] : [loss.enteredOn])].some(on => day <= on && on <= last);
}

/** Each loss with the latest submission of its person that it followed within sixty days. */
export function afterSubmissions(losses: readonly Loss[], written: readonly Written[]): LossRow[] {
  const byPerson = Map.groupBy(written, one => one.prisonerId);
  return losses.map(({ prisonerId, imported, ...row }) => {
    const followed = (byPerson.get(prisonerId) ?? []).filter(one => fallsAfter(row, one.on, imported));
    const latest = followed.reduce<Written | null>(
      (last, one) => (last && last.on >= one.on ? last : one),
      null,
    );
    return { ...row, after: latest && { number: latest.number, on: latest.on } };
  });
}

/** The losses of those who wrote letters, within sixty days of the letter; for the reader's own machine alone. */
export function afterLetters(
  losses: readonly LossRow[],
  letters: readonly { readonly number: string | null; readonly writtenOn: string }[],
): LossRow[] {
  return losses.flatMap(loss => {
    const letter = letters.find(
      ({ number, writtenOn }) => number === loss.number && fallsAfter(loss, writtenOn),
    );
    return letter ? [{ ...loss, after: { number: null, on: letter.writtenOn } }] : [];
  });
}
