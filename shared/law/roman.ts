const steps: readonly (readonly [value: number, letters: string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A whole number from 1 to 399 in roman letters, as parts of a law are numbered. */
export function roman(number: number): string {
  let letters = '';
  let left = number;
  for (const [value, step] of steps) {
    while (left >= value) {
      letters += step;
      left -= value;
    }
  }
  return letters;
}
