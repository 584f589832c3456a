/** Capitals, accents and punctuation make no difference; initials and two-letter words tell nobody apart. */
const partsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 2);

/**
 * Whether an officer called `name` may be the one whom a prisoner means by `said`: any part of the name in common,
 * since most know one name alone, and a title before it. It means too many rather than too few: whoever is
 * wrongly meant loses sight of one case, whoever is wrongly left out reads what is said about him.
 */
export function mayBeMeant(said: string, name: string): boolean {
  const parts = new Set(partsOf(name));
  return partsOf(said).some(part => parts.has(part));
}
