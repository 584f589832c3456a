/** What the keyboard works on: a text and the place in it (`start` = `end`), or the stretch that a key replaces. */
export interface Typing {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the next letter is a capital, as a person would write it: at the start and after a sentence's end. */
export function startsSentence(before: string): boolean {
  return /(^|[.?!]\s+|\n)$/.test(before);
}

/** Puts `letters` in the place, if the whole then fits into `max` UTF-16 units; otherwise nothing changes. */
export function typeLetters(typing: Typing, letters: string, max: number): Typing {
  const text = typing.text.slice(0, typing.start) + letters + typing.text.slice(typing.end);
  if (text.length > max) return typing;
  const place = typing.start + letters.length;
  return { text, start: place, end: place };
}

/** Takes the stretch away, or the letter before the place; a letter made of several code points goes whole. */
export function eraseLetter(typing: Typing): Typing {
  const before = typing.text.slice(0, typing.start);
  const kept = typing.start === typing.end ? withoutLastLetter(before) : before;
  return { text: kept + typing.text.slice(typing.end), start: kept.length, end: kept.length };
}

function withoutLastLetter(text: string): string {
  const letters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];
  return text.slice(0, letters.at(-1)?.index ?? 0);
}
