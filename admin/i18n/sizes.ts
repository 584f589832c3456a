import { language } from './words.ts';

const locales = { en: 'en-GB', sw: 'sw-KE' } as const;
const units = [
  { unit: 'terabyte', bytes: 1e12 },
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
] as const;

/** `1.4 GB`: as many figures as one needs to compare. */
export function size(bytes: number): string {
  const { unit, bytes: one } = units.find(({ bytes: least }) => bytes >= least) ?? {
    unit: 'byte' as const,
    bytes: 1,
  };
  const count = bytes / one;
  const options = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: count < 10 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locales[language.get()], options).format(count);
}
