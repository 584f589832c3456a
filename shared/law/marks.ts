/**
 * Where a line of the published text begins something new. In print a heading stands on a line of its own; in the
 * published file it often runs on from the words before it: `…the Prisons Rules.2. Interpretation`.
 */
export type Mark =
  | { readonly kind: 'part'; readonly numeral: string; readonly title: string }
  | { readonly kind: 'rule'; readonly number: string; readonly heading: string }
  | { readonly kind: 'history' }
  | { readonly kind: 'words'; readonly words: string };

/**
 * A heading runs on only straight after a closing mark, with no space: "rule 7 of these Rules", "section 52(2)" and
 * "L.N. 371/1991, s. 2.]" hold numbers and are no headings.
 */
const runOn = /(?<=[.;:—”)\]])(?=\d{1,3}[A-Z]?\. \S|Part [IVXLC]+(?: [–—-]|$)|History of this document$)/u;

const part = /^Part ([IVXLC]+)(?:\s*[–—-]\s*(.*))?$/u;
const rule = /^(\d{1,3}[A-Z]?)\.(?:\s+(.*))?$/u;

/** What stands on one line, in order; nothing for a blank line. */
export function marksOf(line: string): readonly Mark[] {
  return line
    .split(runOn)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
    .map(markOf);
}

function markOf(piece: string): Mark {
  if (piece === 'History of this document') return { kind: 'history' };
  const ofPart = part.exec(piece);
  if (ofPart) return { kind: 'part', numeral: ofPart[1] ?? '', title: ofPart[2] ?? '' };
  const ofRule = rule.exec(piece);
  if (ofRule) return { kind: 'rule', number: ofRule[1] ?? '', heading: ofRule[2] ?? '' };
  return { kind: 'words', words: piece };
}
