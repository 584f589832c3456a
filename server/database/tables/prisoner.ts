import type { Generated } from 'kysely';
import type { PrisonerEventKind } from '../../../shared/prisoner/event.ts';
import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import type { Sex } from '../../../shared/prisoner/sex.ts';
import type { Flag } from './flag.ts';

export interface PrisonerTable {
  id: string;
  prison_id: string;
  wing_id: string;
  name: string;
  class: 'convicted' | 'remand' | 'appellant' | 'condemned' | 'civil';
  /** Argon2id, as made by server/secrets.ts. */
  pin_hash: string;
  pin_set_at: string;
  /** Of the PIN that he has; of who has none yet, what his slip is to hold. */
  pin_kind: Generated<PinKind>;
  released_at: string | null;
  /** Null: nobody entered it. */
  sex: Generated<Sex | null>;
}

/** Every number a person ever had here; a former one still finds him. */
export interface PrisonerNumberTable {
  prison_id: string;
  number: string;
  prisoner_id: string;
  current: Flag;
}

export interface PrisonerSessionTable {
  token_hash: string;
  prisoner_id: string;
  kiosk_id: string;
  created_at: string;
  expires_at: string;
  ended_at: string | null;
}

export interface SignInTable {
  id: string;
  prisoner_id: string;
  kiosk_id: string;
  wing_id: string;
  at: string;
  /** The owner said at a later sign-in that this was somebody else. */
  not_me_at: string | null;
}

/** What happened to a prisoner beside his sentence: admitted, examined, interviewed, moved, released. */
export interface PrisonerEventTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  kind: PrisonerEventKind;
  on_day: string;
  /** JSON object of small values. */
  content: string;
  by_id: string | null;
  at: string;
}

/** Somebody on his way from one prison of this server to another, or who went it. */
export interface TransferTable {
  id: string;
  prisoner_id: string;
  from_prison_id: string;
  to_prison_id: string;
  /** How he stood in the register that he left: it goes on to say so. */
  number: string;
  wing_id: string;
  class: PrisonerTable['class'];
  on_day: string;
  reason: string;
  sent_by: string;
  sent_at: string;
  state: 'waiting' | 'arrived' | 'called-back';
  decided_by: string | null;
  /** The prison that he left sees of him what there was until this moment. */
  decided_at: string | null;
}
