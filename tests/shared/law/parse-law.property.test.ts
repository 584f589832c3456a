import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLaw } from '../../../shared/law/parse-law.ts';
import type { ParsedLaw } from '../../../shared/law/parsed-law.ts';
import { roman } from '../../../shared/law/roman.ts';
import { renderLaw } from './render-law.ts';

/** Pieces that look like headings to a careless reader. */
const tricky = [
  'rule 7 of these Rules',
  'section 52(2)',
  'Part II of the Act',
  'L.N. 371/1991, s. 2',
  '“prisoner” means',
  'the prisoner’s',
  'in 1963',
  'at 6.30',
  'Provided that (a) he',
  '12 months or 3. of',
];
const word = fc.oneof(fc.stringMatching(/^[A-Za-zĩũ]{1,9}$/u), fc.constantFrom(...tricky));
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '));
const heading = fc.stringMatching(/^[A-Z][a-z ,’]{0,30}[a-z]$/u).map(text => text.replace(/ +/g, ' '));
const paragraph = fc
  .tuple(phrase, fc.constantFrom('.', ';', ':', '—', ')', '”', '].'))
  .map(([words, end]) => `He ${words}${end}`);
const body = fc.option(
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(paragraphs => paragraphs.join('\n')),
);
const partDraft = fc.record({
  title: fc.stringMatching(/^[A-Z][A-Z ,]{0,20}[A-Z]$/).map(text => text.replace(/ +/g, ' ')),
  rules: fc.array(fc.record({ heading, body }), { minLength: 1, maxLength: 6 }),
});

const anyLaw: fc.Arbitrary<ParsedLaw> = fc.array(partDraft, { minLength: 1, maxLength: 14 }).map(drafts => ({
  title: 'THE RULES',
  notice: 'LEGAL NOTICE 60 OF 1963',
  amendments: ['Commenced on 1 February 1963'],
  parts: drafts.map(({ title }, at) => ({ number: roman(at + 1), title })),
  rules: drafts
    .flatMap(({ rules }, at) => rules.map(rule => ({ ...rule, part: roman(at + 1) })))
    .map((rule, at) => ({ number: at + 1, ...rule })),
}));

describe('any law', () => {
  it('comes back as it was printed', () => {
    fc.assert(
      fc.property(anyLaw, fc.constantFrom('\n', '\r\n'), (law, lineEnd) => {
        expect(parseLaw(renderLaw(law, lineEnd))).toEqual({ ok: true, law });
      }),
    );
  });

  it('is refused if any one rule is taken out', () => {
    fc.assert(
      fc.property(anyLaw, fc.nat(), (law, pick) => {
        const rules = law.rules.filter((_rule, at) => at !== pick % law.rules.length);
        const shape = { parts: law.parts.length, rules: law.rules.length };
        expect(parseLaw(renderLaw({ ...law, rules }), shape).ok).toBe(false);
      }),
    );
  });

  it('is refused or read, never thrown at, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const parsed = parseLaw(text);
        expect(parsed.ok || parsed.line >= 1).toBe(true);
      }),
    );
  });
});
