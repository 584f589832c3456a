import { describe, expect, it } from 'vitest';
import { dayIn, sayDay, sayMoment, sayRecentDay, timeIn } from '../../../kiosk/i18n/days.ts';
import { sayIn } from './say.ts';

const en = await sayIn('en');
const sw = await sayIn('sw');
const nairobi = 'Africa/Nairobi';

describe('a day', () => {
  it.each([
    ['in English', en, '2026-11-17', 'Tuesday 17 November'],
    ['in Kiswahili', sw, '2026-11-17', 'Jumanne 17 Novemba'],
    ['with the year when it is another one', en, '2025-08-01', 'Friday 1 August 2025'],
    ['in Kiswahili with the year', sw, '2027-05-02', 'Jumapili 2 Mei 2027'],
  ] as const)('%s', (_name, say, day, words) => {
    expect(sayDay(say, day, '2026-11-21')).toBe(words);
  });

  it.each([
    ['today', '2026-11-21', 'Saturday'],
    ['six days ago', '2026-11-15', 'Sunday'],
    ['a week ago is a date: the weekday alone would mean today', '2026-11-14', 'Saturday 14 November'],
    ['to come is a date', '2026-11-23', 'Monday 23 November'],
  ])('recent: %s', (_name, day, words) => {
    expect(sayRecentDay(en, day, '2026-11-21')).toBe(words);
  });

  it('has a name in both languages for all twelve months and seven weekdays', () => {
    for (const say of [en, sw]) {
      const words = Array.from({ length: 12 }, (_, month) =>
        sayDay(say, `2026-${String(month + 1).padStart(2, '0')}-10`),
      );
      expect(new Set(words).size).toBe(12);
      expect(words.join(' ')).not.toMatch(/calendar|undefined/);
    }
  });
});

describe('an instant, in the prison', () => {
  it('is on the day that it is there', () => {
    expect(dayIn(nairobi, '2026-11-20T21:30:00Z')).toBe('2026-11-21');
    expect(timeIn(nairobi, '2026-11-20T21:30:00Z')).toBe('00:30');
  });

  it('is told by its hour today, and with its day before', () => {
    expect(sayMoment(en, '2026-11-21T07:20:41Z', nairobi, '2026-11-21')).toBe('10:20');
    expect(sayMoment(sw, '2026-11-18T07:20:00Z', nairobi, '2026-11-21')).toBe('Jumatano, 10:20');
  });
});
