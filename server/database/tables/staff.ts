import type { Role } from '../../../shared/staff/roles.ts';
import type { UnitKey } from '../../../shared/submission/kinds.ts';
import type { Flag } from './flag.ts';

export interface StaffTable {
  id: string;
  /** Null: headquarters and outside. */
  prison_id: string | null;
  wing_id: string | null;
  username: string;
  name: string;
  role: Role;
  unit: UnitKey | null;
  superior_id: string | null;
  /** Null until the account is let in. */
  password_hash: string | null;
  state: 'proposed' | 'active' | 'ended';
  proposed_by: string | null;
  approved_by: string | null;
  /** The password is a first one, handed over by somebody else. */
  must_change: Flag;
  created_at: string;
}

export interface StaffSessionTable {
  token_hash: string;
  staff_id: string;
  created_at: string;
  expires_at: string;
  ended_at: string | null;
}
