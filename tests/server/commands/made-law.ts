import type { ParsedLaw } from '../../../shared/law/parsed-law.ts';
import { prisonsRulesShape } from '../../../shared/law/parsed-law.ts';
import { renderLaw } from '../../shared/law/render-law.ts';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** A law of our own with as many parts and rules as the Prisons Rules; every third rule is a heading alone. */
export const madeLaw: ParsedLaw = {
  title: 'THE MADE-UP RULES',
  notice: 'LEGAL NOTICE 7 OF 1999',
  amendments: [],
  parts: roman.map(number => ({ number, title: `MATTERS OF PART ${number}` })),
  rules: Array.from({ length: prisonsRulesShape.rules }, (_, index) => ({
    number: index + 1,
    part: roman[Math.floor((index * roman.length) / prisonsRulesShape.rules)] ?? 'XII',
    heading: `Matter ${'abcdefghij'[index % 10]}`,
    body: index % 3 === 2 ? null : 'What is to be done about it stands here.',
  })),
};

export const madeLawText = renderLaw(madeLaw);
