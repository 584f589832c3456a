import { type PinKind, picturesLength, pictureWeakness } from './pin-pictures.ts';

/** Digits of a PIN. */
const digitsLength = 6;

/** How long a PIN is: so many digits, or so many pictures. */
export const pinLengths: Readonly<Record<PinKind, number>> = {
  digits: digitsLength,
  pictures: picturesLength,
};

/** A PIN as it is sent: digits, or the letters of pictures. */
export const pinPattern = '^([0-9]{6}|[a-r]{5})$';

export function kindOfPin(pin: string): PinKind {
  return /^[0-9]/.test(pin) ? 'digits' : 'pictures';
}

/** How many slips are made together: each costs a slow hash, and what is lost before it is printed is lost for all. */
export const slipsAtOnce = 10;

/** Why a PIN is too easy to guess. */
export type PinWeakness = 'repeat' | 'run' | 'date' | 'number';

/** The same few digits over and over: 111111, 121212, 123123, 118811. */
function isRepeat(pin: string): boolean {
  const period = [1, 2, 3].some(length => pin === pin.slice(0, length).repeat(digitsLength / length));
  return period || new Set(pin).size < 3;
}

/** Digits in even steps, forwards or backwards, singly or in pairs: 123456, 975319, 112233. */
function isRun(pin: string): boolean {
  const even = (digits: readonly number[]) => {
    const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
    return new Set(steps).size === 1;
  };
  const digits = [...pin].map(Number);
  const pairs = [0, 2, 4].every(at => pin[at] === pin[at + 1]);
  return even(digits) || (pairs && even([digits[0] ?? 0, digits[2] ?? 0, digits[4] ?? 0]));
}

const isDayOfMonth = (text: string) => Number(text) >= 1 && Number(text) <= 31;
const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12;
const isYear = (text: string) => /^(19|20)/.test(text);

/** Whether it can be read as somebody's birthday: day, month and year in any usual order. */
function isDate(pin: string): boolean {
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)];
  if (isDayOfMonth(a) && isMonth(b)) return true;
  if (isMonth(a) && isDayOfMonth(b)) return true;
  if (isMonth(b) && isDayOfMonth(c)) return true;
  return (isMonth(a) && isYear(pin.slice(2))) || (isYear(pin.slice(0, 4)) && isMonth(c));
}

/**
 * Why this PIN may not be used beside this prison number, null if it may (protection.md: no birth dates, repeats or
 * runs). What could be a date is refused whoever's it is: the product does not know when anybody was born.
 */
export function weaknessOf(pin: string, number: string): PinWeakness | null {
  if (kindOfPin(pin) === 'pictures') return pictureWeakness(pin);
  if (isRepeat(pin)) return 'repeat';
  if (isRun(pin)) return 'run';
  if (isDate(pin)) return 'date';
  const digits = number.replace(/\D/g, '');
  return digits.length >= 4 && (pin.includes(digits) || digits.includes(pin)) ? 'number' : null;
}

const graceHours = 48;

/** Until when older submissions stay closed after a PIN that others reset, ISO; null if none was (protection.md). */
export function closedUntil(resetAt: string | null): string | null {
  if (resetAt === null) return null;
  return Temporal.Instant.from(resetAt).add({ hours: graceHours }).toString({ smallestUnit: 'millisecond' });
}

/** Whether what is said at this moment counts: not within 48 hours of a PIN reset by others (protection.md). */
export function isTrusted(resetAt: string | null, at: string): boolean {
  const until = closedUntil(resetAt);
  return (
    until === null || Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(until)) >= 0
  );
}
