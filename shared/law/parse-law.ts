import { LawDraft } from './law-draft.ts';
import { marksOf } from './marks.ts';
import type { LawParsed, LawRefusal, LawShape } from './parsed-law.ts';

/**
 * Reads the Prisons Rules' published text. Nothing is guessed: rules run 1, 2, 3 … and parts I, II, III … without
 * gap or repeat, or the text is refused with the line (from 1) at which it stops making sense. What stands before
 * the notice's title and after "History of this document" is no law and is left out.
 */
export function parseLaw(text: string, shape?: LawShape): LawParsed {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const lastLine = Math.max(1, lines.findLastIndex(line => line.trim() !== '') + 1);
  const unreadable = lines.findIndex(line => /[^\P{Cc}\t]|\uFFFD/u.test(line));
  if (unreadable >= 0) return refuse(unreadable + 1, 'not-text');
  if (text.trim() === '') return refuse(1, 'empty');
  const draft = new LawDraft();
  for (const [at, line] of lines.entries()) {
    for (const mark of marksOf(line)) {
      if (mark.kind === 'history') return finish(draft, at + 1, shape);
      const reason = draft.take(mark);
      if (reason) return refuse(at + 1, reason);
    }
  }
  return finish(draft, lastLine, shape);
}

function refuse(line: number, reason: LawRefusal): LawParsed {
  return { ok: false, line, reason };
}

function finish(draft: LawDraft, line: number, shape: LawShape | undefined): LawParsed {
  if (draft.parts.length === 0) return refuse(line, 'no-parts');
  if (draft.partIsEmpty()) return refuse(line, 'part-without-rules');
  if (shape && draft.parts.length !== shape.parts) return refuse(line, 'part-count');
  if (shape && draft.rules.length !== shape.rules) return refuse(line, 'rule-count');
  const { title, notice, amendments, parts } = draft;
  const rules = draft.rules.map(({ words, ...rule }) => ({
    ...rule,
    body: words.length > 0 ? words.join('\n') : null,
  }));
  return { ok: true, law: { title, notice, amendments, parts, rules } };
}
