import type { BodyOf } from '../../../shared/api.ts';
import type { Role } from '../../../shared/staff/roles.ts';
import type { UnitKey } from '../../../shared/submission/kinds.ts';

/** An account as it is being proposed. */
export interface AccountDraft {
  readonly name: string;
  readonly username: string;
  readonly role: Role | null;
  readonly unit: UnitKey | null;
  readonly wing: string | null;
  readonly superior: string | null;
}

export const emptyAccount: AccountDraft = {
  name: '',
  username: '',
  role: null,
  unit: null,
  wing: null,
  superior: null,
};

const username = /^[a-z][a-z0-9.-]{1,38}[a-z0-9]$/;

/** A username made from a name: `Akinyi Otieno` → `a.otieno`. Empty if the name has no letters for it. */
export function usernameOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .split(/\s+/)
    .filter(Boolean);
  const last = words.at(-1) ?? '';
  const made = words.length > 1 ? `${words[0]?.[0] ?? ''}.${last}` : last;
  return username.test(made) ? made : '';
}

export type AccountMistake = 'name' | 'username' | 'role' | 'unit';

/** What is missing or wrong, by field. */
export function mistakesIn(draft: AccountDraft): AccountMistake[] {
  const mistakes: AccountMistake[] = [];
  if (draft.name.trim() === '') mistakes.push('name');
  if (!username.test(draft.username)) mistakes.push('username');
  if (draft.role === null) mistakes.push('role');
  if (draft.role === 'unit-officer' && draft.unit === null) mistakes.push('unit');
  return mistakes;
}

/** The body for the server; null while something is missing. */
export function accountBody(draft: AccountDraft): BodyOf<'POST /api/staff'> | null {
  const { role } = draft;
  if (mistakesIn(draft).length > 0 || role === null) return null;
  return {
    name: draft.name.trim(),
    username: draft.username,
    role,
    unit: role === 'unit-officer' ? draft.unit : null,
    wing: draft.wing,
    superior: draft.superior,
  };
}
