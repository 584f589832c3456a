import { expect, test } from 'vitest';
import { standings, textRows } from '../../../server/language/texts.ts';
import { pageCatalogue } from '../../../shared/content/pages.ts';
import { isWhole } from '../../../shared/language/languages.ts';
import { dangerousTexts } from '../../../shared/language/review.ts';
import { kioskTexts } from '../../helpers/texts.ts';

test('English and Kiswahili are whole: every word and every page', () => {
  for (const { words, pages } of standings().filter(({ code }) => isWhole(code))) {
    expect(words.written).toBe(kioskTexts('en').size);
    expect(words.all).toBe(words.written);
    expect(pages).toMatchObject({ all: pageCatalogue.length, written: pageCatalogue.length });
  }
});

test('the words of a draft are counted without those that repeat the Kiswahili', () => {
  const english = kioskTexts('en');
  const kiswahili = kioskTexts('sw');
  for (const { code, words, open } of standings().filter(standing => !isWhole(standing.code))) {
    const own = [...kioskTexts(code)].filter(
      ([key, text]) => text !== kiswahili.get(key) || text === english.get(key),
    );
    expect(words, code).toMatchObject({ all: english.size, written: own.length });
    expect(open, code).toBe(false);
  }
});

test('a language is told text by text: the dangerous first, what is missing, and who vouches for the rest', () => {
  const [first, second] = dangerousTexts;
  const page = (title: string) => JSON.stringify({ title, blocks: [] });
  const sources = {
    english: new Map<string, string>([
      [first, 'Only the officer.'],
      [second, 'Not the kitchen.'],
      ['kiosk:first.help', 'Help'],
      ['page:food', page('Food')],
    ]),
    kiswahili: new Map<string, string>([
      [first, 'Afisa pekee.'],
      [second, 'Si jikoni.'],
      ['kiosk:first.help', 'Msaada'],
      ['page:food', page('Chakula')],
    ]),
  };
  const texts = new Map<string, string>([
    [first, 'Sarkaalka oo keliya.'],
    ['kiosk:first.help', 'Msaada'],
    ['page:food', page('Cunto')],
  ]);
  const entry = { words: 'Sarkaalka oo keliya.', by: 'Halima Abdi', on: '2026-11-20' };
  const rows = textRows('so', texts, { reviewed: { [first]: entry }, recorded: {} }, sources);
  expect(rows.slice(0, dangerousTexts.length).every(({ dangerous }) => dangerous)).toBe(true);
  expect(rows[0]).toEqual({
    id: first,
    english: 'Only the officer.',
    kiswahili: 'Afisa pekee.',
    own: 'Sarkaalka oo keliya.',
    coverage: 'reviewed',
    dangerous: true,
    reviewed: { by: 'Halima Abdi', on: '2026-11-20' },
    recorded: null,
  });
  const said = (id: string) => rows.find(row => row.id === id);
  expect(said(second)).toMatchObject({ own: null, coverage: 'missing' });
  expect(said('kiosk:first.help')).toMatchObject({ own: null, coverage: 'missing' });
  expect(said('page:food')).toMatchObject({ english: 'Food', own: 'Cunto', coverage: 'draft' });
  expect(said('page:work')).toMatchObject({ own: null, coverage: 'missing' });
});
