import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completenessOf, isRepealNote } from '../../../shared/law/completeness.ts';
import { parseLaw } from '../../../shared/law/parse-law.ts';
import { prisonsRulesShape } from '../../../shared/law/parsed-law.ts';
import { standingsNotInForce } from '../../../shared/law/states.ts';

const shared = process.env.SAUTI_SHARED ?? join(import.meta.dirname, '../../../../shared');
const file = join(shared, 'data/prisons-rules-1963.txt');
const found = existsSync(file);
if (!found)
  console.info(`skipped: the Prisons Rules are not beside the checkout (${file}); set SAUTI_SHARED`);

function prisonsRules() {
  const parsed = parseLaw(readFileSync(file, 'utf8'), prisonsRulesShape);
  if (!parsed.ok) throw new Error(`refused at line ${parsed.line}: ${parsed.reason}`);
  return parsed.law;
}

describe.skipIf(!found)('the Prisons Rules as published', () => {
  it('have 12 parts and 161 rules', () => {
    const { notice, parts, rules } = prisonsRules();
    expect(notice).toBe('LEGAL NOTICE 60 OF 1963');
    expect(parts.at(-1)).toEqual({ number: 'XII', title: 'DUTIES OF PRISON OFFICERS' });
    expect(parts).toHaveLength(12);
    expect(rules).toHaveLength(161);
  });

  it.each([
    ['I', 1, 3],
    ['II', 4, 21],
    ['III', 22, 31],
    ['IV', 32, 44],
    ['V', 45, 65],
    ['VI', 66, 91],
    ['VII', 92, 100],
    ['VIII', 101, 105],
    ['IX', 106, 113],
    ['X', 114, 118],
    ['XI', 119, 133],
    ['XII', 134, 161],
  ])('part %s holds rules %i to %i', (part, first, last) => {
    const numbers = prisonsRules()
      .rules.filter(rule => rule.part === part)
      .map(rule => rule.number);
    expect([numbers[0], numbers.at(-1)]).toEqual([first, last]);
  });

  it.each([
    [1, 'Citation', 46],
    [20, 'Rate of earnings', 75],
    [42, 'Medical examination on admission', 438],
    [54, 'Transfer of prisoner to enable him to be visited', 544],
    [66, 'Minor prison offences', 17],
    [113, 'Fares for discharged prisoners', 140],
    [122, 'Prolongation of service in case of war, etc.', 305],
    [140, 'Petitions to be forwarded', 109],
    [161, 'Disposal of forfeited pay and fines', 195],
  ])('rule %i is “%s” and its words have %i characters', (number, heading, length) => {
    const rule = prisonsRules().rules[number - 1];
    expect([rule?.heading, rule?.body?.length]).toEqual([heading, length]);
  });

  it('have no heading left at the end of another rule’s words', () => {
    const glued = prisonsRules().rules.filter(rule => /\d\. |Part [IVX]+ –|History/.test(rule.body ?? ''));
    expect(glued).toEqual([]);
  });

  it('have 60 rules whole, 18 cut short, 81 with their heading alone and 2 repealed', () => {
    const counts = Object.groupBy(prisonsRules().rules, completenessOf);
    const sizes = Object.fromEntries(Object.entries(counts).map(([name, rules]) => [name, rules?.length]));
    expect(sizes).toEqual({ whole: 60, cut: 18, 'heading-only': 81, repealed: 2 });
  });

  it('are repealed where our list of states says so', () => {
    const printed = prisonsRules().rules.filter(rule => isRepealNote(rule.heading));
    const listed = standingsNotInForce.filter(standing => standing.state === 'repealed');
    expect(printed.map(rule => rule.number)).toEqual(listed.map(standing => standing.rule));
  });
});
