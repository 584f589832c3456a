export interface ParsedPart {
  /** Roman, as printed. */
  readonly number: string;
  readonly title: string;
}

export interface ParsedRule {
  readonly number: number;
  /** The part's roman number. */
  readonly part: string;
  /** As printed; for a repealed rule the note in brackets that stands in its place. */
  readonly heading: string;
  /** Null: only the heading is in the text. Paragraphs are parted by a line break. */
  readonly body: string | null;
}

export interface ParsedLaw {
  readonly title: string;
  readonly notice: string;
  /** The lines under the notice: when it was published, amended and revised. */
  readonly amendments: readonly string[];
  readonly parts: readonly ParsedPart[];
  readonly rules: readonly ParsedRule[];
}

/** Why a text is refused; the words for each are in `locales/<language>/law.json` under `refused`. */
export const lawRefusals = [
  'empty',
  'not-text',
  'title-missing',
  'notice-missing',
  'no-parts',
  'part-out-of-order',
  'part-without-title',
  'part-without-rules',
  'rule-before-part',
  'rule-number-unknown',
  'rule-repeated',
  'rule-missing',
  'heading-missing',
  'heading-too-long',
  'text-outside-rule',
  'part-count',
  'rule-count',
] as const;
export type LawRefusal = (typeof lawRefusals)[number];

export type LawParsed =
  | { readonly ok: true; readonly law: ParsedLaw }
  | { readonly ok: false; readonly line: number; readonly reason: LawRefusal };

/** How many parts and rules a text must have to be taken as whole. */
export interface LawShape {
  readonly parts: number;
  readonly rules: number;
}

/** The Prisons Rules, Legal Notice 60 of 1963. A file that was cut short still counts 1, 2, 3 without a gap. */
export const prisonsRulesShape: LawShape = { parts: 12, rules: 161 };
