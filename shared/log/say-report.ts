import type { Fact, Report } from './report.ts';

/** The words of `locales/<language>/verifier.json`, as far as a report is said with them. */
export interface ReportWords {
  readonly kinds: Readonly<Record<string, string>>;
  readonly good: string;
  readonly bad: string;
  readonly at: string;
  readonly where: string;
  readonly facts: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly faults: Readonly<Record<string, string>>;
}

export interface SaidReport {
  readonly kind: string;
  readonly verdict: string;
  /** Where the first thing wrong is; empty if nothing is, or it has no place. */
  readonly places: readonly string[];
  readonly facts: readonly string[];
}

/** Puts values into a sentence. */
export function fillIn(sentence: string, values: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (all, name: string) => String(values[name] ?? all));
}

function sayFact({ facts }: ReportWords, fact: Fact): string {
  const { what, ...values } = fact;
  const words = facts[what] ?? what;
  if (typeof words === 'string') return fillIn(words, values);
  return fillIn(words[fact.what === 'key' ? fact.given : ''] ?? what, values);
}

/** A report in sentences: the same on the command line and on the page. */
export function sayReport(words: ReportWords, { kind, fault, facts }: Report): SaidReport {
  const places = fault && [
    ...(fault.at === null ? [] : [fillIn(words.at, { at: fault.at })]),
    ...(fault.where === null ? [] : [fillIn(words.where, { where: fault.where })]),
  ];
  return {
    kind: words.kinds[String(kind)] ?? '',
    verdict: fault ? fillIn(words.bad, { what: words.faults[fault.what] ?? fault.what }) : words.good,
    places: places ?? [],
    facts: facts.map(fact => sayFact(words, fact)),
  };
}
