import words from '../../locales/en/law.json' with { type: 'json' };
import { completenessOf } from '../../shared/law/completeness.ts';
import { parseLaw } from '../../shared/law/parse-law.ts';
import { type ParsedLaw, prisonsRulesShape } from '../../shared/law/parsed-law.ts';
import { CommandRefused } from './command.ts';

/** Reads the whole text of the Prisons Rules, or throws CommandRefused with the reason's name and the line. */
export function lawFrom(text: string): ParsedLaw {
  const found = parseLaw(text, prisonsRulesShape);
  if (found.ok) return found.law;
  const sentence = words.refused[found.reason].replace('{{line}}', String(found.line));
  throw new CommandRefused(`Refused (${found.reason}). ${sentence}`);
}

/** How many rules there are, and of how many not all words are at hand. */
export function summaryOf({ title, notice, parts, rules }: ParsedLaw): string {
  const known = rules.map(completenessOf);
  const count = (wanted: (typeof known)[number]) => known.filter(one => one === wanted).length;
  return [
    `${title}, ${notice}: ${rules.length} rules in ${parts.length} parts are entered.`,
    `  ${count('whole')} with all their words`,
    `  ${count('cut')} with a part of their words`,
    `  ${count('heading-only')} with their heading alone`,
    `  ${count('repealed')} repealed`,
  ].join('\n');
}
