/** What a PIN is made of: digits, or pictures for who does not read digits (docs/decisions/0040). */
export const pinKinds = ['digits', 'pictures'] as const;
export type PinKind = (typeof pinKinds)[number];

/**
 * The pictures of a PIN, in the order in which they stand on the pad. Each is kept as the letter of its place, `a` first:
 * an order that changed would change everybody's PIN.
 */
export const pinPictures = [
  'sun',
  'moon',
  'star',
  'tree',
  'flower',
  'cow',
  'bird',
  'fish',
  'banana',
  'house',
  'boat',
  'bicycle',
  'drum',
  'ball',
  'cup',
  'chair',
  'umbrella',
  'shoe',
] as const;
export type PinPicture = (typeof pinPictures)[number];

/** Pictures of a PIN: with eighteen to choose from five are more than a million, as six digits are. */
export const picturesLength = 5;

const firstLetter = 'a'.charCodeAt(0);

/** The keys of the picture pad, in its order. */
export const pictureKeys: readonly string[] = pinPictures.map((_, place) =>
  String.fromCharCode(firstLetter + place),
);

/** Where a letter's picture stands on the pad. */
const placeOf = (letter: string) => letter.charCodeAt(0) - firstLetter;

/** The picture that a letter stands for; throws RangeError if it stands for none. */
export function pictureOf(letter: string): PinPicture {
  const picture = pinPictures[placeOf(letter)];
  if (picture === undefined) throw new RangeError(`no picture: ${letter}`);
  return picture;
}

/** Steps from picture to picture on the pad, counted from its last back to its first. */
function stepsOf(pin: string): number[] {
  const places = [...pin].map(placeOf);
  return places
    .slice(1)
    .map((place, at) => (place - (places[at] ?? 0) + pinPictures.length) % pinPictures.length);
}

/**
 * Why these five pictures are too easy to guess, null if they are not: fewer than three different ones, or four of
 * them one after the other in even steps over the pad, as along a row, down a column or across it. Nothing in
 * pictures can be a birthday or the prison number.
 */
export function pictureWeakness(pin: string): 'repeat' | 'run' | null {
  if (new Set(pin).size < 3) return 'repeat';
  const steps = stepsOf(pin);
  const even = [0, 1].some(at => new Set(steps.slice(at, at + 3)).size === 1);
  return even ? 'run' : null;
}
