/**
 * How hard a text is to read, by Flesch and Kincaid's grade (Kincaid and others, 1975): the school year in which
 * an English reader follows it. A measure of sentence and word length only, and of English only.
 */

/** The sentences of `text`, with their marks. A text without a mark is one sentence. */
export function sentencesOf(text: string): readonly string[] {
  // A mark ends a sentence only before a space, so that "1.5" stays whole.
  return text
    .split(/(?<=[.!?]["”’)]*)\s+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => wordsOf(sentence).length > 0);
}

/** The words of `text`: letters or digits, apostrophes and hyphens inside. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Syllables of an English word, estimated by its groups of vowels. A number counts as one syllable, as the
 * printed grade formulas do.
 */
export function syllablesOf(word: string): number {
  return word.split('-').reduce((sum, part) => sum + syllablesOfPart(part), 0);
}

/** Vowels that stand side by side but are spoken apart: "medi-al", "di-et", "cli-ent", "usu-al", "be-ing". */
const apart = /(?<![ct])ia|(?<![cgstl])io|iet|[cl]ien|(?<!q)ua[lt]|uou|[ey]ing|creat|area|idea/g;

function syllablesOfPart(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = letters
    // A closing -le is a syllable ("people", "handled", "tables"), other closing e's are silent ("safe", "charged",
    // "clothes", and "moves" in "movement") unless the ending cannot be said without them ("needed", "offences").
    .replace(/([^aeiouyl])le[ds]?$/, '$1el')
    .replace(/([^aeiouytd])ed$/, '$1')
    .replace(/([^aeiouyscxzg]|th)es$/, '$1')
    .replace(/([^aeiouy])e(ments?|ful|less|ly)?$/, '$1$2');
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups + (letters.match(apart)?.length ?? 0));
}

/** Flesch-Kincaid grade of several texts read as one; a text without closing mark (a heading) is a sentence. */
export function readingGrade(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
