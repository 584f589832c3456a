import { describe, expect, it } from 'vitest';
import { parseLaw } from '../../../shared/law/parse-law.ts';
import type { LawRefusal } from '../../../shared/law/parsed-law.ts';
import { smallLaw, smallLawWith } from './small-law.ts';

function lawOf(text: string) {
  const parsed = parseLaw(text);
  if (!parsed.ok) throw new Error(`refused at line ${parsed.line}: ${parsed.reason}`);
  return parsed.law;
}

function bodyOf(text: string, number: number) {
  return lawOf(text).rules.find(rule => rule.number === number)?.body;
}

describe('a law in the published form', () => {
  it('has its title, its notice and what amended it', () => {
    const { title, notice, amendments } = lawOf(smallLaw);
    expect(title).toBe('THE GARDEN RULES');
    expect(notice).toBe('LEGAL NOTICE 7 OF 1999');
    expect(amendments).toHaveLength(2);
    expect(amendments[0]).toBe('Published in a gazette on 2 March 1999');
  });

  it('has its parts and every rule in its part', () => {
    const { parts, rules } = lawOf(smallLaw);
    expect(parts).toEqual([
      { number: 'I', title: 'GATES' },
      { number: 'II', title: 'BEDS AND PATHS' },
      { number: 'III', title: 'SHEDS' },
    ]);
    expect(rules.map(rule => `${rule.part} ${rule.number} ${rule.heading}`)).toEqual([
      'I 1 Opening',
      'I 2 Meaning of words',
      'I 3 Who opens',
      'II 4 Watering',
      'II 5 Weeds',
      'II 6 [Repealed by L.N. 8/2001, s. 2.]',
      'II 7 Paths, etc., to be swept',
      'III 8 Keys',
    ]);
  });

  it('cuts the next heading off the words it runs on from', () => {
    expect(bodyOf(smallLaw, 1)).toBe(
      'The gate is opened at 6.30 in the morning, as rule 3 of these Rules says.',
    );
    expect(bodyOf(smallLaw, 4)).toBe('Every bed is watered in accordance with the following plan—');
    expect(bodyOf(smallLaw, 8)).toBe('Grade 1 keys hang in the shed.');
  });

  it('keeps numbers, quotation marks and lists inside the words', () => {
    expect(bodyOf(smallLaw, 2)).toBe(
      'In these Rules—“gate” means the gate named in section 12(2) of the Act;“gardener’s hut” means a hut.',
    );
  });

  it('keeps the paragraphs of a rule apart', () => {
    expect(bodyOf(smallLaw, 7)).toBe(
      'The paths are swept daily.\nThey are not swept on holidays (see Part I of these Rules).',
    );
  });

  it('knows a rule of which only the heading is printed', () => {
    expect(bodyOf(smallLaw, 3)).toBeNull();
    expect(bodyOf(smallLaw, 5)).toBeNull();
    expect(bodyOf(smallLaw, 6)).toBeNull();
  });

  it('reads the same with other line ends and a byte order mark', () => {
    expect(parseLaw(`\uFEFF${smallLaw.replaceAll('\n', '\r\n')}`)).toEqual(parseLaw(smallLaw));
  });

  it('reads on to the end where no history follows', () => {
    const cut = smallLaw.slice(0, smallLaw.indexOf('History of this document'));
    expect(parseLaw(cut)).toEqual(parseLaw(smallLaw));
  });
});

describe('a text that is not whole', () => {
  const refused: readonly [name: string, text: string, line: number, reason: LawRefusal][] = [
    ['nothing at all', '', 1, 'empty'],
    ['blank lines only', '\n  \n\t\n', 1, 'empty'],
    ['a binary file', 'PK\u0003\u0004\u0000\u0000', 1, 'not-text'],
    ['a broken byte far down', smallLawWith('Every bed', 'Every \uFFFDbed'), 15, 'not-text'],
    ['some other text', 'Dear sir,\nplease find the rules enclosed.\n', 2, 'no-parts'],
    ['no title', smallLaw.slice(smallLaw.indexOf('LEGAL NOTICE')), 4, 'title-missing'],
    ['no notice', smallLawWith('LEGAL NOTICE 7 OF 1999\n', ''), 8, 'notice-missing'],
    ['rules without any part', smallLawWith('Part I – GATES\n', ''), 9, 'rule-before-part'],
    ['a part left out', smallLawWith('Part II – BEDS AND PATHS\n', ''), 18, 'part-out-of-order'],
    ['a part twice', smallLawWith('Part II –', 'Part I –'), 13, 'part-out-of-order'],
    [
      'a part without its title',
      smallLawWith('Part II – BEDS AND PATHS', 'Part II –'),
      13,
      'part-without-title',
    ],
    [
      'a part with nothing in it',
      smallLawWith('8. Keys\nGrade 1 keys hang in the shed.', ''),
      20,
      'part-without-rules',
    ],
    [
      'a part followed by a part',
      smallLawWith('Part II –', 'Part II – SEEDS\nPart III –'),
      14,
      'part-without-rules',
    ],
    ['words before the first rule of a part', smallLawWith('4. Watering\n', ''), 14, 'text-outside-rule'],
    ['a rule left out', smallLawWith('5. Weeds', ''), 16, 'rule-missing'],
    ['a rule that lost its number', smallLawWith('says.2. Meaning', 'says. Meaning'), 12, 'rule-missing'],
    ['a rule twice', smallLawWith('5. Weeds', '4. Weeds'), 15, 'rule-repeated'],
    ['an earlier rule again', smallLawWith('7. Paths', '2. Paths'), 17, 'rule-repeated'],
    ['counting from nought', smallLawWith('1. Opening', '0. Opening'), 10, 'rule-number-unknown'],
    ['a rule put in later', smallLawWith('7. Paths', '6A. Paths'), 17, 'rule-number-unknown'],
    [
      'a run-on rule put in later',
      smallLawWith('plan—5. Weeds', 'plan—4A. Weeds'),
      15,
      'rule-number-unknown',
    ],
    ['a number without a heading', smallLawWith('4. Watering', '4.'), 14, 'heading-missing'],
    [
      'words run into the heading',
      smallLawWith('Opening\n', `Opening ${'The gate is opened. '.repeat(9)}`),
      10,
      'heading-too-long',
    ],
  ];

  it.each(refused)('%s is refused with the line', (_name, text, line, reason) => {
    expect(parseLaw(text)).toEqual({ ok: false, line, reason });
  });

  it('is refused when it has other numbers of parts or rules than it should', () => {
    expect(parseLaw(smallLaw, { parts: 3, rules: 8 }).ok).toBe(true);
    expect(parseLaw(smallLaw, { parts: 4, rules: 8 })).toEqual({ ok: false, line: 21, reason: 'part-count' });
    expect(parseLaw(smallLaw, { parts: 3, rules: 9 })).toEqual({ ok: false, line: 21, reason: 'rule-count' });
  });
});
