/** One thing to look for: words that follow each other; the last may be only begun. */
export interface Term {
  readonly words: readonly string[];
  readonly begun: boolean;
}

/** Shorter beginnings fit too many words to be worth looking for. */
const shortestBeginning = 3;
/** Longer ones fit so few words that the engines may look for those one by one. */
const longestBeginning = 8;
/** More than a person types; keeps a pasted page from becoming a query. */
const mostWords = 12;
/** No word of a language is this long. */
const longestWord = 64;
/**
 * Of one text, to be found. PostgreSQL refuses more than a megabyte of words, and a text must not be able to
 * make the transaction fail that lists it: this many of the longest in the widest script still fit.
 */
const mostWordsOfText = 2_700;
const mostBeginnings = 8_000;
/** Stands before a beginning and never in a word: a character for private use. */
const mark = '\uE000';

/**
 * The words of a text as both engines index them: letters and digits, without case and without marks, so
 * that `ĩ` is found by `i`. Done here and not by the engines, whose ideas of a word differ. Everything that
 * has a meaning in a query language is thereby gone.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return words.slice(0, mostWordsOfText).map(word => [...word].slice(0, longestWord).join(''));
}

const lengths = Array.from(
  { length: longestBeginning - shortestBeginning + 1 },
  (_, index) => shortestBeginning + index,
);

/**
 * The beginnings of words, as words of their own: looking for one of these an engine goes along a single list
 * and stops when it has enough. Looking for all words that begin so, it would first have to put their lists
 * together, which at a million texts takes a hundred times as long.
 */
export function beginningsOf(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const letters = [...word];
    for (const length of lengths)
      if (length <= letters.length) found.add(mark + letters.slice(0, length).join(''));
  }
  return [...found].slice(0, mostBeginnings);
}

/** The beginning under which a begun word stands in the index; null if it is longer than those. */
export function beginningOf(word: string): string | null {
  return [...word].length <= longestBeginning ? mark + word : null;
}

/**
 * What a person typed as terms that must all be found: each word by its beginning, words in double quotes
 * together and whole. Any string is safe; one without a word gives no terms.
 */
export function termsOf(typed: string): Term[] {
  const terms: Term[] = [];
  let left = mostWords;
  // Between quotes are the odd parts; a quote that is never closed quotes nothing.
  const parts = typed.split('"');
  for (const [index, part] of parts.entries()) {
    const words = wordsOf(part).slice(0, left);
    left -= words.length;
    const quoted = index % 2 === 1 && index < parts.length - 1;
    if (quoted && words.length > 0) terms.push({ words, begun: false });
    if (!quoted) {
      terms.push(...words.map(word => ({ words: [word], begun: word.length >= shortestBeginning })));
    }
  }
  return terms;
}
