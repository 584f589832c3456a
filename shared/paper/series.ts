/** Paper forms of a prison count from 1, for ever: no number is given twice, none is left out. */

/** What a paper form's code is taken over, instead of a kiosk's sequence number (see `codeMessage`). */
export function paperKeyName(prisonId: string): string {
  return `paper/${prisonId}`;
}

/** `000123`: six digits, so that a stack of paper is in order for the eye; more when they are used up. */
export function paperNumber(number: number): string {
  return String(number).padStart(6, '0');
}

/**
 * Numbers of a block that should have come back by now and have not: those below the highest one of it that was
 * entered. What lies above may still lie in the drawer.
 */
export function missingNumbers(
  block: { readonly first: number; readonly last: number },
  entered: readonly number[],
): number[] {
  const here = new Set(entered.filter(number => number >= block.first && number <= block.last));
  const highest = Math.max(0, ...here);
  const missing: number[] = [];
  for (let number = block.first; number < highest; number += 1) if (!here.has(number)) missing.push(number);
  return missing;
}
