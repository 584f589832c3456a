import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPage } from '../../../shared/content/check-page.ts';
import { blockTexts, type Page, pageTexts } from '../../../shared/content/page.ts';
import { pageCatalogue, pageGroupIds, pagesIn, ruleFortyThree } from '../../../shared/content/pages.ts';
import { readingGrade } from '../../../shared/content/readability.ts';
import { languages, lawWords, pageIdsOf, readPage } from './pages-on-disk.ts';

const ids = pageCatalogue.map(entry => entry.id);
const pictures = join(import.meta.dirname, '../../../shared/pictures');

/** The numbers that stand in a text, each as often as it stands there. */
function numbersIn(texts: readonly string[]): readonly string[] {
  return (texts.join(' ').match(/\d+/g) ?? []).toSorted();
}

/** Rule numbers that an English text names: "rule 7", "Rules 71, 72 and 74", "rules 9 to 15". */
function rulesNamed(text: string): readonly number[] {
  const runs = text.match(/\brules? \d+(?:(?:, | and | to |, and )(?:in )?(?:rules? )?\d+)*/gi) ?? [];
  return runs.flatMap(run =>
    [...run.matchAll(/(\d+)(?: to (\d+))?/g)].flatMap(([, first, last]) => {
      const length = Number(last ?? first) - Number(first) + 1;
      return Array.from({ length }, (_none, at) => Number(first) + at);
    }),
  );
}

function textsOf(page: Page, kind: string): readonly string[] {
  return page.blocks.filter(block => block.kind === kind).flatMap(blockTexts);
}

describe('the catalogue', () => {
  it('begins with the four subjects of rule 43', () => {
    expect(pageGroupIds.slice(0, 4)).toEqual(ruleFortyThree);
    expect(ruleFortyThree.map(group => pagesIn(group)[0]?.id)).toEqual([
      'what-you-must-not-do',
      'earnings-and-grades',
      'how-to-petition',
      'how-to-complain',
    ]);
  });

  it('names no page twice and leaves no group empty', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(pageGroupIds.filter(group => pagesIn(group).length === 0)).toEqual([]);
  });

  it.each(languages)('is exactly the files in %s', language => {
    expect(pageIdsOf(language)).toEqual(ids.toSorted());
  });

  it('has a drawing for every page', () => {
    const missing = pageCatalogue.filter(({ picture }) => !existsSync(join(pictures, `${picture}.svg`)));
    expect(missing).toEqual([]);
  });

  it.each([
    ['what you must not do', 'what-you-must-not-do', [66, 67]],
    ['a charge', 'if-you-are-charged', [68, 69, 70, 71, 72, 73, 74]],
    ['force', 'force-and-restraint', [45, 82]],
    ['where I am', 'who-decides-where-i-am', [4, 5, 6, 7, 8]],
    ['earnings', 'earnings-and-grades', [19, 20, 21]],
    ['stages', 'stages-and-privileges', [9, 10, 11, 12, 13, 14, 15, 16, 17, 18]],
    ['petitions', 'how-to-petition', [43, 65, 140]],
    ['complaints', 'how-to-complain', [43, 65, 108]],
    ['washing', 'washing', [33, 41, 48]],
    ['the doctor', 'doctor', [24, 42]],
    ['exercise', 'exercise', [52]],
    ['work', 'work', [86, 87, 88, 89, 90, 91]],
    ['school and religion', 'school-and-religion', [62, 63]],
    ['visits', 'visits-and-letters', [53, 55, 57, 58, 59, 60, 61]],
    ['a relative of the very ill', 'visit-when-very-ill', [56]],
    ['near home', 'near-home', [54]],
    ['remission', 'remission', [92, 93, 94, 95, 96, 97]],
    ['forfeiture', 'forfeiture', [79]],
    ['review and parole', 'review-supervision-parole', [98, 99, 100]],
    ['discharge', 'discharge', [112, 113]],
    ['remand', 'remand', [102]],
    ['an appeal that waits', 'appeal-pending', [101]],
    ['death', 'sentence-of-death', [103, 104]],
    ['visiting justices', 'visiting-justices', [106, 107, 108, 109, 110, 111]],
    ['prison visitors', 'prison-visitors', [64]],
    ['duties', 'who-must-do-what', [136, 137, 139, 145, 157]],
  ])('covers the rules about %s', (_name, id, rules) => {
    expect(readPage('en', id).rules).toEqual(expect.arrayContaining(rules));
  });
});

describe.each(languages)('the pages in %s', language => {
  it.each(ids)('%s has nothing wrong', id => {
    const page = readPage(language, id);
    expect(checkPage(page)).toEqual([]);
    expect(page.id).toBe(id);
    expect(page.picture).toBe(pageCatalogue.find(entry => entry.id === id)?.picture);
  });

  it.each(ids)('%s says what is missing or unconfirmed in the words for it', id => {
    const page = readPage(language, id);
    const { notEntered, notConfirmed } = lawWords(language);
    expect(textsOf(page, 'not-entered').filter(text => text !== notEntered)).toEqual([]);
    expect(textsOf(page, 'not-confirmed').filter(text => !text.startsWith(`${notConfirmed} `))).toEqual([]);
  });

  it.each(ids)('%s sends a reader only to pages that exist', id => {
    const titles = ids.map(each => readPage(language, each).title);
    const named = pageTexts(readPage(language, id)).flatMap(text =>
      [...text.matchAll(/(?:page|ukurasa) “([^”]+)”/g)].map(([, title]) => title),
    );
    expect(named.filter(title => !titles.includes(title ?? ''))).toEqual([]);
  });

  it('do not claim that anyone has reviewed them', () => {
    const texts = ids.flatMap(id => pageTexts(readPage(language, id)));
    expect(texts.filter(text => /\b(reviewed|imehakikiwa|zimehakikiwa)\b/i.test(text))).toEqual([]);
  });
});

describe('each page and its twin', () => {
  it.each(ids)('%s has the same shape, rules and numbers in both languages', id => {
    const [en, sw] = [readPage('en', id), readPage('sw', id)];
    expect([sw.rules, sw.sections_of_act, sw.state]).toEqual([en.rules, en.sections_of_act, en.state]);
    expect(sw.blocks.map(block => block.kind)).toEqual(en.blocks.map(block => block.kind));
    expect(sw.blocks.map(block => blockTexts(block).length)).toEqual(
      en.blocks.map(block => blockTexts(block).length),
    );
    expect(sw.blocks.map(block => numbersIn(blockTexts(block)))).toEqual(
      en.blocks.map(block => numbersIn(blockTexts(block))),
    );
  });

  it.each(ids)('%s names in its words the rules that it lists, and no other', id => {
    const page = readPage('en', id);
    const blocks = page.blocks.filter(block => block.kind !== 'not-entered').flatMap(blockTexts);
    const named = new Set([page.summary, ...blocks].flatMap(rulesNamed));
    expect([...named].toSorted((one, other) => one - other)).toEqual(page.rules);
  });

  it.each(ids)('%s is written in both languages, not copied', id => {
    const copied = pageTexts(readPage('en', id)).filter(text => pageTexts(readPage('sw', id)).includes(text));
    expect(copied).toEqual([]);
  });
});

describe('English that a child of eleven can read', () => {
  it.each(ids)('%s is at most grade 6', id => {
    expect(readingGrade(pageTexts(readPage('en', id)))).toBeLessThanOrEqual(6);
  });
});

describe('sentences that are dangerous if wrong', () => {
  it.each([
    ['en', 'appeals', 'This is about your court case. You have 14 days from the sentence.'],
    ['sw', 'appeals', 'Hii ni kuhusu kesi yako. Una siku 14 tangu kuhukumiwa.'],
    [
      'en',
      'life-death-president',
      'A life sentence has no end date to count from. Ask the documentation office or legal aid.',
    ],
    [
      'sw',
      'life-death-president',
      'Kifungo cha maisha hakina tarehe ya mwisho ya kuhesabia. Uliza ofisi ya kumbukumbu au msaada wa kisheria.',
    ],
    ['en', 'how-to-complain', 'The kitchen hears what is wrong, not your name.'],
    ['sw', 'how-to-complain', 'Jikoni wataambiwa shida, si jina lako.'],
    ['en', 'visiting-justices', 'Only the visiting justices can open a sealed letter.'],
  ] as const)('in %s %s says: %s', (language, id, sentence) => {
    expect(pageTexts(readPage(language, id)).join(' ')).toContain(sentence);
  });

  it('call earnings credited, never owed or paid as a wage', () => {
    const words = pageTexts(readPage('en', 'earnings-and-grades')).join(' ');
    expect(words).toContain('credited');
    expect(words).not.toMatch(/\b(owed?|owes|wages?|salary|debt)\b/i);
  });
});
