import type { Rule } from './law.tsx';

const small = new Set([
  'a',
  'and',
  'as',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'under',
  'with',
]);

/** Print in capitals, as the official text has its titles, in letters that can be read at a glance. */
export function inSmallLetters(title: string): string {
  if (title !== title.toUpperCase()) return title;
  return title
    .toLowerCase()
    .split(' ')
    .map((word, index) =>
      index > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}

export interface Part {
  readonly part: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Rules under their parts, both in the order they stand in. */
export function partsOf(rules: readonly Rule[]): Part[] {
  const parts: { part: string; title: string; rules: Rule[] }[] = [];
  for (const rule of rules) {
    const last = parts.at(-1);
    if (last?.part === rule.part) last.rules.push(rule);
    else parts.push({ part: rule.part, title: rule.partTitle, rules: [rule] });
  }
  return parts;
}

/** Rules with that number, or with every word in heading or text; all of them if nothing was typed. */
export function findRules(rules: readonly Rule[], typed: string): Rule[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const [only] = words;
  if (words.length === 1 && only && /^[0-9]+$/.test(only))
    return rules.filter(rule => rule.number === Number(only));
  return rules.filter(rule => {
    const all = `${rule.heading} ${rule.body ?? ''}`.toLowerCase();
    return words.every(word => all.includes(word));
  });
}
