import type { ReplyOf } from '../../../shared/api.ts';

export type Officer = ReplyOf<'GET /api/officers'>['officers'][number];

/** Who is named, as the first reader has said so far; nothing is taken for granted. */
export interface PassDraft {
  /** Ids of officers that are listed. */
  readonly named: readonly string[];
  /** Names of people who are not. */
  readonly others: readonly string[];
  readonly nobody: boolean;
}

export const emptyPass: PassDraft = { named: [], others: [], nobody: false };

/** Whether it was said who is named: somebody, or explicitly nobody. */
export function namesSaid({ named, others, nobody }: PassDraft): boolean {
  return nobody !== named.length + others.length > 0;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Officers whose name or office has every word that was typed; at most `limit`, the order kept. */
export function findOfficers(
  officers: readonly Officer[],
  typed: string,
  officeOf: (officer: Officer) => string,
  limit: number,
): Officer[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return officers.slice(0, limit);
  return officers
    .filter(officer => {
      const all = plain(`${officer.name} ${officeOf(officer)}`);
      return words.every(word => all.includes(word));
    })
    .slice(0, limit);
}

/** A name that is not on the list, cleaned; null if it is empty or there already. */
export function otherName(draft: PassDraft, typed: string): string | null {
  const name = typed.replace(/\s+/g, ' ').trim().slice(0, 80);
  return name === '' || draft.others.some(other => plain(other) === plain(name)) ? null : name;
}
