import type { Mark } from './marks.ts';
import type { LawRefusal, ParsedPart } from './parsed-law.ts';
import { roman } from './roman.ts';

/** Longer than any heading in print; beyond it, words of the rule have run into its heading. */
const longestHeading = 150;

const noticeLine = /^LEGAL NOTICE (?:NO\. )?\d+ OF \d{4}$/i;

interface RuleDraft {
  readonly number: number;
  readonly part: string;
  readonly heading: string;
  readonly words: string[];
}

/** What has been read of a law so far, and whether the next mark can follow it. */
export class LawDraft {
  title = '';
  notice = '';
  readonly amendments: string[] = [];
  readonly parts: ParsedPart[] = [];
  readonly rules: RuleDraft[] = [];

  /** Takes the next mark; a refusal's name if it cannot stand here. */
  take(mark: Exclude<Mark, { kind: 'history' }>): LawRefusal | null {
    if (mark.kind === 'part') return this.#takePart(mark.numeral, mark.title);
    if (mark.kind === 'rule') return this.#takeRule(mark.number, mark.heading);
    return this.#takeWords(mark.words);
  }

  partIsEmpty(): boolean {
    return this.rules.at(-1)?.part !== this.parts.at(-1)?.number;
  }

  #takePart(number: string, title: string): LawRefusal | null {
    if (this.title === '') return 'title-missing';
    if (this.notice === '') return 'notice-missing';
    if (number !== roman(this.parts.length + 1)) return 'part-out-of-order';
    if (title === '') return 'part-without-title';
    if (this.partIsEmpty()) return 'part-without-rules';
    this.parts.push({ number, title });
    return null;
  }

  #takeRule(printed: string, heading: string): LawRefusal | null {
    const part = this.parts.at(-1);
    if (!part) return 'rule-before-part';
    const number = Number(printed);
    const next = this.rules.length + 1;
    // "54A": rules inserted later are not in the form this reads, and must not be taken for words of rule 54.
    if (!(number >= 1)) return 'rule-number-unknown';
    if (number < next) return 'rule-repeated';
    if (number > next) return 'rule-missing';
    if (heading === '') return 'heading-missing';
    if (heading.length > longestHeading) return 'heading-too-long';
    this.rules.push({ number, part: part.number, heading, words: [] });
    return null;
  }

  #takeWords(words: string): LawRefusal | null {
    if (this.parts.length === 0) {
      this.#takeHeader(words);
      return null;
    }
    const rule = this.rules.at(-1);
    if (!rule || this.partIsEmpty()) return 'text-outside-rule';
    rule.words.push(words);
    return null;
  }

  /** The title is the last plain line before the notice; amendments are the dashed lines after it. */
  #takeHeader(words: string): void {
    if (noticeLine.test(words)) this.notice = words;
    else if (words.startsWith('- ') && this.notice !== '') this.amendments.push(words.slice(2));
    else if (!words.startsWith('- ') && this.notice === '') this.title = words;
  }
}
