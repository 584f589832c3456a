import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readySentences } from '../../admin/i18n/ready.ts';
import { loadLanguage, t, tIn, wordsFor } from '../../admin/i18n/words.ts';
import en from '../../locales/en/panel.json';
import sw from '../../locales/sw/panel.json';
import { outcomes } from '../../shared/submission/reply.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every key with its words; both forms of a plural. */
function leavesOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leavesOf(value, `${path}${key}.`),
  );
}

const english = new Map(leavesOf(en));
const swahili = new Map(leavesOf(sw));

test('no sentence but a name is the same in both languages, so that none was forgotten', () => {
  const same = [...english].filter(([key, words]) => words === swahili.get(key)).map(([key]) => key);
  expect(same).toEqual([
    'app.name',
    'own-name.en',
    'own-name.sw',
    'language.sw',
    'role.with-unit',
    'matter.both',
    'list.wing',
    'card.wing',
    'event.other',
    'kiosk.wing',
    'kiosk.code-for',
    'staff.wing',
    'visit.column-wing',
    'privilege.amount',
    'sentence.line.sentence',
    'earnings.money',
    ...['jan', 'feb', 'apr', 'jun', 'jul', 'nov'].map(name => `month.${name}`),
  ]);
});

/** Keys whose last part comes from data: a word of the contract, not of the code. */
const fromData =
  /^(language\.|matter|month|actor|ready|irregularity\.(fact|reason)-|event\.(receive|name-added|open-reply|settle|not-settle|call-back|pass$|return|close|note|answer$|send$))/;

function sourcesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

test('no sentence is left over that nothing shows', () => {
  const source = sourcesIn(join(import.meta.dirname, '../../admin'));
  const stems = [...source.matchAll(/`([a-z-]+(?:\.[a-z-]+)*\.[a-z-]*)\$\{/g)].map(([, stem]) => stem ?? '');
  const unused = [...english.keys()]
    .map(key => key.replace(/_(one|other)$/, ''))
    .filter(key => !fromData.test(key))
    .filter(key => !source.includes(`'${key}'`) && !stems.some(stem => key.startsWith(stem)));
  expect(unused).toEqual([]);
});

test.each(['en', 'sw'])('every outcome has ready sentences in %s, fifteen in all', async language => {
  const sentences = await Promise.all(outcomes.map(outcome => readySentences(language, outcome)));
  expect(sentences.every(some => some.length >= 3)).toBe(true);
  expect(new Set(sentences.flat()).size).toBe(15);
});

test('a language that the panel does not have gives none, rather than a wrong one', async () => {
  expect(await readySentences('luo', 'done')).toEqual([]);
});

test('a sentence has its number’s form and its places filled, each time anew', () => {
  expect(t('list.note', { count: 1 })).toBe(en.list.note_one.replace('{{count}}', '1'));
  expect(t('list.note', { count: 57 })).toBe(en.list.note_other.replace('{{count}}', '57'));
  expect(t('list.note-late', { open: 57, overdue: 8 })).toBe('57 open, 8 overdue');
  expect(t('list.note-late', { open: 2, overdue: 1 })).toBe('2 open, 1 overdue');
});

test('words for a key from data are told apart from a key that has none', () => {
  expect(wordsFor('month.jan')).toBe('Jan');
  expect(wordsFor('month')).toBeNull();
  expect(wordsFor('month.constructor')).toBeNull();
});

test('one sentence is said in another language than the chosen one', async () => {
  await loadLanguage('sw');
  expect(tIn('sw', 'nav.cases')).toBe(sw.nav.cases);
  expect(t('nav.cases')).toBe(en.nav.cases);
});
