import type { Law } from '../../../shared/law/schema.ts';

export interface LawPartEntry {
  /** Roman, as printed. */
  readonly number: string;
  readonly title: string;
  readonly first: number;
  readonly last: number;
}

/** The parts of the law in its own order, each with its first and last rule. */
export function partsOf(law: Law): readonly LawPartEntry[] {
  const parts = new Map<string, LawPartEntry>();
  for (const rule of law.rules) {
    const known = parts.get(rule.part);
    parts.set(rule.part, {
      number: rule.part,
      title: rule.partTitle,
      first: Math.min(known?.first ?? rule.number, rule.number),
      last: Math.max(known?.last ?? rule.number, rule.number),
    });
  }
  return [...parts.values()];
}

/** Printed in capitals, which are hard to read: `Discipline of prisoners`. */
export function partTitle(title: string): string {
  const lower = title.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
