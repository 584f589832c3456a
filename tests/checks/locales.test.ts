import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '../../shared/api.ts';
import { pageCatalogue } from '../../shared/content/pages.ts';
import { isWhole, languageRegister, languages } from '../../shared/language/languages.ts';
import { pluralForm } from '../../shared/language/plural.ts';
import { dangerousTexts, neverDrafts, type Reviews, textState } from '../../shared/language/review.ts';
import { problems } from '../../shared/problems.ts';
import { filesOf, kioskTexts, localesFolder, placeholders, textsIn } from '../helpers/texts.ts';

const drafts = languages.filter(language => !isWhole(language));
const reviewsOf = (language: string) =>
  JSON.parse(readFileSync(join(localesFolder, language, 'reviews.json'), 'utf8')) as Reviews;
/** Beside the words of the kiosk a draft language has sentences for failures, and says who vouches for what. */
const draftFiles = ['kiosk.json', 'problems.json', 'reviews.json'];
/** What a screen of the kiosk may be told: the failures of its operations, and those of every route. */
const ofEveryRoute = Object.keys(problems).filter(name =>
  /^(malformed|unknown-field|wrong-content-type|too-large|not-found|wrong-origin|storage-.*|shutting-down|too-busy|unexpected|kiosk-.*|session-needed)$/.test(
    name,
  ),
);
const kioskProblems = new Set([
  ...ofEveryRoute,
  ...Object.values(operations)
    .filter(
      ({ reach }) => reach.who === 'kiosk' || reach.who === 'prisoner' || reach.who === 'kiosk-signature',
    )
    .flatMap(operation => operation.problems),
]);

describe('the register of languages', () => {
  it('has a folder for each language with texts, and no other', () => {
    const folders = readdirSync(localesFolder).sort();
    expect(folders).toEqual([...languages].sort());
    expect(languages).toHaveLength(12);
  });

  it('keeps two codes for languages that wait for translators: Turkana is tuv, for tur is Turkish', () => {
    const waiting = languageRegister.filter(({ hasTexts }) => !hasTexts).map(({ code }) => code);
    expect(waiting).toEqual(['nyf', 'tuv']);
  });
});

describe('every language', () => {
  const pairs = languages
    .filter(language => language !== 'en')
    .flatMap(language =>
      (isWhole(language) ? readdirSync(join(localesFolder, 'en')) : ['kiosk.json'])
        .filter(file => file.endsWith('.json') && file !== 'reviews.json')
        .map(file => [language, file] as const),
    );
  it.each(pairs)(
    '%s has the words of %s, no more and no fewer, with the same placeholders',
    (language, file) => {
      const english = textsIn('en', file);
      const theirs = textsIn(language, file);
      expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of theirs) {
        const name = `${language} ${file} ${key}`;
        expect(text, name).toBe(text.trim());
        expect(text, name).not.toBe('');
        expect(placeholders(text), name).toEqual(placeholders(english.get(key) ?? ''));
      }
    },
  );

  it.each(languages)('%s has each plural in the two forms that it counts by, and in no other', language => {
    for (const file of filesOf(language).filter(name => !/^(pages\/|reviews)/.test(name))) {
      const keys = [...textsIn(language, file).keys()];
      for (const key of keys.filter(each => /_(zero|one|two|few|many|other)$/.test(each))) {
        expect(key, `${language} ${file}`).toMatch(/_(one|other)$/);
        const stem = key.replace(/_\w+$/, '');
        expect(keys, `${language} ${file} ${key}`).toEqual(
          expect.arrayContaining([0, 1, 2, 11].map(count => `${stem}_${pluralForm(count)}`)),
        );
      }
    }
  });

  it.each(drafts)('%s has the files of a draft, and pages only of the catalogue', language => {
    const pages = pageCatalogue.map(({ id }) => `pages/${id}.json`);
    const found = filesOf(language);
    expect(found.filter(file => !file.startsWith('pages/')).sort()).toEqual(draftFiles);
    expect(found.filter(file => file.startsWith('pages/') && !pages.includes(file))).toEqual([]);
  });

  it.each(drafts)('%s speaks of remission in words that were reviewed, or else in Kiswahili', language => {
    const kiswahili = kioskTexts('sw');
    const texts = new Map([...kioskTexts(language)].map(([key, text]) => [`kiosk:${key}`, text]));
    const shown = [...texts].filter(([id]) => neverDrafts.some(start => id.startsWith(start)));
    const unreviewed = shown.filter(([id]) => textState(id, texts, reviewsOf(language)) === 'draft');
    expect(shown.length).toBeGreaterThan(50);
    expect(
      unreviewed.filter(([id, text]) => text !== kiswahili.get(id.replace('kiosk:', ''))).map(([id]) => id),
    ).toEqual([]);
  });

  it.each(drafts)('%s repeats the Kiswahili of today where it repeats it, not one of yesterday', language => {
    const wordsOf = (text: string) => new Set(text.toLowerCase().match(/(?<![{\p{L}])\p{L}{2,}/gu));
    const kiswahili = kioskTexts('sw');
    const nearly = [...kioskTexts(language)].filter(([key, text]) => {
      const source = kiswahili.get(key) ?? '';
      const theirs = wordsOf(source);
      const shared = wordsOf(text).intersection(theirs).size;
      return text !== source && theirs.size >= 4 && shared / theirs.size >= 0.6;
    });
    expect(nearly.map(([key]) => key)).toEqual([]);
  });

  it.each(languages)('%s says every failure that it can meet in words', language => {
    const said = textsIn(language, 'problems.json');
    const names = isWhole(language) ? Object.keys(problems) : [...kioskProblems];
    expect(names.filter(name => !said.get(name)?.trim())).toEqual([]);
    expect([...said.keys()].filter(name => !Object.hasOwn(problems, name))).toEqual([]);
  });
});

describe('the words of the kiosk', () => {
  const folder = join(import.meta.dirname, '../../kiosk');
  const source = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

  it('are each shown somewhere', () => {
    const stems = [...source.matchAll(/`([a-zA-Z-]+\.[\w.-]*)\$\{/g)].map(([, stem]) => stem ?? '');
    const unused = [...kioskTexts('en').keys()]
      .map(key => key.replace(/_(one|other)$/, ''))
      .filter(key => !source.includes(`'${key}'`) && !stems.some(stem => key.startsWith(stem)));
    expect(unused).toEqual([]);
  });
});

describe('who vouches for a text', () => {
  it.each(languages)('is a named person on a day, for words of %s that still stand so', language => {
    const { reviewed, recorded } = reviewsOf(language);
    const texts = new Map([...kioskTexts(language)].map(([key, text]) => [`kiosk:${key}`, text]));
    for (const [text, entry] of [...Object.entries(reviewed), ...Object.entries(recorded)]) {
      if (!text.startsWith('kiosk:')) continue;
      expect(textState(text, texts, { reviewed: { [text]: entry }, recorded: {} }), text).toBe('reviewed');
    }
  });

  it('is asked first for sentences that exist', () => {
    const english = new Set([
      ...[...kioskTexts('en').keys()].map(key => `kiosk:${key}`),
      ...[...textsIn('en', 'panel.json').keys()]
        .filter(key => key.startsWith('ready.'))
        .map(key => key.replace('ready.', 'ready:')),
    ]);
    expect(dangerousTexts.filter(text => !english.has(text))).toEqual([]);
  });
});
