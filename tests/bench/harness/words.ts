const starts = [
  'ba',
  'che',
  'da',
  'fu',
  'gi',
  'ka',
  'ku',
  'la',
  'ma',
  'mu',
  'na',
  'nya',
  'pa',
  'ri',
  'sa',
  'tu',
];
const middles = ['ka', 'li', 'ndo', 'ra', 'shi', 'ta', 'vu', 'wa', 'ze', 'mbi', 'ngo', 'te'];
const ends = ['', 'ni', 'ka', 'la', 'sha', 'wa', 'zi', 'tu'];

/** Invented words, 1,536 of them, in an order that stands for how often each is used. */
const vocabulary = starts.flatMap(start =>
  middles.flatMap(middle => ends.map(end => `${start}${middle}${end}`)),
);

/** As in real texts, a few words are in nearly every one and most are rare (Zipf's law, roughly). */
function word(chance: () => number): string {
  const rank = Math.floor(vocabulary.length ** chance()) - 1;
  return vocabulary[(rank * 577) % vocabulary.length] ?? '';
}

/** Something written: 5 to 30 words. */
export function writtenText(chance: () => number): string {
  const length = 5 + Math.floor(chance() * 26);
  return Array.from({ length }, () => word(chance)).join(' ');
}

/** So many of the most frequent words are in too many texts to be looked for; after so many more come rare ones. */
const tooFrequent = 30;
const lookedFor = 600;

/** Two words that an officer may look for: neither in every text nor in none. */
export function twoWords(chance: () => number): string {
  const one = () => vocabulary[((tooFrequent + Math.floor(chance() * lookedFor)) * 577) % vocabulary.length];
  return `${one()} ${one()}`;
}
