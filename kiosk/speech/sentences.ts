/** From its first letter to the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** So many letters are spoken in about ten seconds; a longer sentence is cut where it may be. */
const longest = 140;

/** The end of a sentence, with the space behind it: not the point in 7.5, nor the one in a code. */
const ends = /[.!?:;…]["”’)]*\s+/g;

/** Where a sentence that is too long is best cut: after a comma, else after a word. */
function cutOf(text: string, from: number): number {
  const part = text.slice(from, from + longest);
  const comma = part.lastIndexOf(', ');
  const space = part.lastIndexOf(' ');
  if (comma > longest / 3) return from + comma + 2;
  return space > 0 ? from + space + 1 : from + longest;
}

/**
 * Cuts a text into what is spoken at one go, so that the first sound does not wait for the last sentence. The spans
 * follow one another and cover the text.
 */
export function sentencesOf(text: string): Span[] {
  const stops = [...text.matchAll(ends)].map(match => match.index + match[0].length);
  const spans: Span[] = [];
  let start = 0;
  for (const stop of [...stops, text.length]) {
    while (stop - start > longest) {
      const end = cutOf(text, start);
      spans.push({ start, end });
      start = end;
    }
    if (stop > start) spans.push({ start, end: stop });
    start = stop;
  }
  return spans.filter(({ start: from, end }) => /[\p{L}\p{N}]/u.test(text.slice(from, end)));
}
