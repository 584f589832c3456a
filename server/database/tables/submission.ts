import type { Role } from '../../../shared/staff/roles.ts';
import type { Kind, Many, UnitKey, When } from '../../../shared/submission/kinds.ts';
import type { Office, State } from '../../../shared/submission/life.ts';
import type { Outcome } from '../../../shared/submission/reply.ts';
import type { Flag } from './flag.ts';

/** The durable queue of sealed items: committed, logged and receipted before anyone opens them. */
export interface IntakeTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  sequence: number;
  /** Counts arrivals in this prison; the queue is worked in this order. */
  arrival: number;
  hash: string;
  /** JSON of the signed statement. */
  statement: string;
  signature: string;
  sealed: string;
  /** Erased (null) once it is checked; the statement covers its digest. */
  identity: string | null;
  code: string;
  /** JSON of the receipt that was given, word for word. */
  receipt: string;
  received_at: string;
  state: 'sealed' | 'opened' | 'unopenable';
  reason: string | null;
  /** The kiosk was revoked when this arrived. */
  from_revoked: Flag;
}

/** Other bytes under a known id: kept, shown, never dropped. */
export interface IntakeConflictTable {
  id: string;
  intake_id: string;
  hash: string;
  /** The whole item as it came, JSON. */
  item: string;
  kiosk_id: string;
  received_at: string;
}

export interface SubmissionTable {
  /** The kiosk's UUIDv7; it tells the time, so the panel is given `number` only. */
  id: string;
  prison_id: string;
  /** Register number, 1, 2, 3 … per prison; null until it stands in the officers' list. */
  number: number | null;
  kind: Kind;
  /** The version of its kind that the kiosk asked by. */
  kind_version: number;
  problem: string;
  /** '' where its kind did not ask; so is `many`. */
  when_it_was: When | '';
  many: Many | '';
  text: string | null;
  /** JSON of `Recording`: what was spoken, or null. */
  recording: string | null;
  /** JSON of AboutOfficer, or null. */
  about: string | null;
  language: string;
  wing_id: string | null;
  /** Ids of the wings whose first reader stands too near, with commas between. */
  near_wings: string;
  prisoner_id: string | null;
  /** checking: the envelope with the name waits for its check; claimed: its PIN did not fit. */
  identity: 'checking' | 'named' | 'nameless' | 'claimed';
  person_needed: Flag;
  code: string;
  received_at: string;
  /** The day that officers see. */
  received_on: string;
  due_on: string;
  /** Set when it stands in the officers' list; nameless ones at six next morning. */
  listed_at: string | null;
  list_after: string | null;
  state: State;
  owner: Office;
  unit: UnitKey | null;
  /** 1 while an officer has to act: the inbox index is built on it. */
  open: Flag;
  /** 0 no, 1 yes. */
  head_office_named: Flag;
  reply_pending: Flag;
  reopened: number;
  /** How high it was brought since it is overdue: a `Level`. */
  risen: number;
  version: number;
  state_since: string;
}

/** How many listed submissions are answered or delivered; kept by triggers. Where there is no unit or wing, ''. */
export interface SubmissionAnsweredTable {
  prison_id: string;
  owner: Office;
  state: State;
  unit: UnitKey | '';
  wing_id: string;
  amount: number;
}

export interface SubmissionNamedTable {
  submission_id: string;
  /** Null when the officer has no account and stands by name only. */
  staff_id: string | null;
  name: string;
}

export interface ReplyTable {
  id: string;
  submission_id: string;
  author_id: string;
  author_office: Office;
  outcome: Outcome;
  on_day: string | null;
  next: string | null;
  text: string;
  language: string;
  written_at: string;
  sends_at: string;
  sent_at: string | null;
  called_back_at: string | null;
}

/** The history of a submission; each row stands in the log too. Never changed, never deleted. */
export interface EventTable {
  id: string;
  submission_id: string;
  /** 0, 1, 2 … per submission. */
  position: number;
  at: string;
  actor: 'staff' | 'prisoner' | 'system';
  actor_id: string | null;
  actor_role: Role | null;
  action: string;
  from_state: State | null;
  to_state: State;
  /** JSON object of small values. */
  detail: string;
  salt: string;
}

export interface ClaimTable {
  id: string;
  submission_id: string;
  prison_id: string;
  number: string;
  /** The owner of that number, if there is one. */
  prisoner_id: string | null;
  at: string;
  state: 'open' | 'mine' | 'not-mine';
  answered_at: string | null;
}

/** The figures that a request about a line of the record carries, as they stood on the screen. */
export interface SubmissionFiguresTable {
  submission_id: string;
  /** Canonical JSON. */
  figures: string;
}
