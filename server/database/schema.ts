import type { Generated, Insertable, Selectable } from 'kysely';
import type { EarningsEntryKind } from '../../shared/earnings/kinds.ts';
import type { ReleaseStep } from '../../shared/kiosk/release.ts';
import type { NotAskedReason, OfferAnswer, Section } from '../../shared/offer/kinds.ts';
import type { PrisonerEventKind } from '../../shared/prisoner/event.ts';
import type { RuleKey } from '../../shared/rulebook/definitions.ts';
import type { SentenceEntryKind } from '../../shared/sentence/entry.ts';
import type { Role } from '../../shared/staff/roles.ts';
import type { StageEntryKind } from '../../shared/stage/entry.ts';
import type { Kind, Many, UnitKey, When } from '../../shared/submission/kinds.ts';
import type { Office, State } from '../../shared/submission/life.ts';
import type { Outcome } from '../../shared/submission/reply.ts';

/**
 * Over 300 lines because it is one list of all tables, which is read and changed as one.
 *
 * The tables as Kysely sees them. Portable columns only: text for ISO times and JSON, integer 0/1 for truth,
 * so that both engines hold the same bytes. The migrations under `migrations/` make exactly these.
 */
export type Flag = 0 | 1;

export interface PrisonTable {
  id: string;
  name: string;
  zone: string;
  /** JSON: `PrisonSettings` of server/queries/prison.ts. */
  settings: string;
  demonstration: Flag;
  created_at: string;
}

export interface WingTable {
  id: string;
  prison_id: string;
  name: string;
}

export interface PrisonerTable {
  id: string;
  prison_id: string;
  wing_id: string;
  name: string;
  class: 'convicted' | 'remand' | 'appellant' | 'condemned' | 'civil';
  /** Argon2id, as made by server/secrets.ts. */
  pin_hash: string;
  pin_set_at: string;
  released_at: string | null;
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

/** Wrong tries, by what they were made against: `prisoner:<prison>:<number>`, `kiosk:<id>`, `staff:<name>`, … */
export interface ThrottleTable {
  key: string;
  failures: number;
  /** Epoch milliseconds. */
  not_before: number;
}

export interface KioskTable {
  id: string;
  prison_id: string;
  wing_id: string;
  name: string;
  mode: 'handset' | 'speaker';
  /** Raw Ed25519, base64url. */
  public_key: string;
  enrolled_at: string;
  revoked_at: string | null;
  last_seen_at: string | null;
  /** JSON of the last heartbeat. */
  status: string | null;
  /** On a wall, or carried on rounds. */
  kind: Generated<'wall' | 'round'>;
  /** What its card reader sends before a number; null without a reader. */
  card_prefix: string | null;
  /** JSON of `DevicePin`: a salted slow hash. */
  device_pin: string | null;
}

export interface KioskCodeTable {
  code_hash: string;
  prison_id: string;
  wing_id: string;
  name: string;
  made_by: string;
  expires_at: string;
  used_at: string | null;
  kind: Generated<'wall' | 'round'>;
  card_prefix: string | null;
  device_pin: string | null;
}

/** A kiosk's queue that was saved to a stick, as the kiosk reported it, by itself or on a later stick. */
export interface KioskExportTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  /** The kiosk's best known time. */
  made_at: string;
  /** JSON array of `NumberRuns`. */
  items: string;
  reported_at: string;
  imported_at: string | null;
  imported_by: string | null;
}

/** Where somebody is held who cannot come to a kiosk by himself; `until_on` null while he is there. */
export interface PlacementTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  section: Section;
  from_on: string;
  until_on: string | null;
  recorded_by: string;
  recorded_at: string;
  ended_by: string | null;
  ended_at: string | null;
}

/** That a kiosk was offered to somebody on a round, and his answer. */
export interface OfferTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  section: Section;
  /** As it was typed on the round. */
  number: string;
  /** Null: nobody here has that number. */
  prisoner_id: string | null;
  /** The kiosk's best known time, never after it was received. */
  made_at: string;
  made_on: string;
  received_at: string;
  answer: OfferAnswer;
  reason: NotAskedReason | null;
}

/** Paper forms that were printed together, by the numbers of their series. */
export interface PaperSheetTable {
  id: string;
  prison_id: string;
  first: number;
  last: number;
  printed_by: string;
  printed_at: string;
}

/** A code that stands on a paper form. */
export interface PaperCodeTable {
  prison_id: string;
  number: number;
  code: string;
  sheet_id: string;
}

/** A build of the kiosk that came to this server. Never changed, never deleted; its files may be gone. */
export interface KioskBuildTable {
  id: string;
  version: string;
  arrived_at: string;
}

/** How a prison let builds in, step by step. Never changed, never deleted. */
export interface KioskReleaseTable {
  prison_id: string;
  /** 0, 1, 2 … per prison. */
  position: number;
  build: string;
  step: ReleaseStep;
  /** The kiosk of a trial. */
  kiosk_id: string | null;
  at: string;
  /** Null: the server itself, for a prison's first build and for demonstrations. */
  actor_id: string | null;
}

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
  problem: string;
  when_it_was: When;
  many: Many;
  text: string | null;
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

export interface LawTable {
  id: 1;
  title: string;
  notice: string;
  version: string;
  imported_at: string;
}

export interface LawRuleTable {
  number: number;
  part: string;
  part_title: string;
  heading: string;
  body: string | null;
}

export interface IrregularityTable {
  id: string;
  prison_id: string | null;
  at: string;
  kind: string;
  kiosk_id: string | null;
  /** JSON object of small values. */
  detail: string;
  /** What must not be reported twice: `gap:<kiosk>:<sequence>`, … */
  once: string;
}

/** One row: whether the server's clock can be believed. */
export interface ClockTable {
  id: 1;
  /** ISO; the latest time that server or kiosks have seen while time was confirmed. */
  latest_seen: string;
  confirmed: Flag;
  reason: string | null;
  /** By how many milliseconds the kiosks' clocks were ahead when two people said that the server's is right. */
  kiosk_error: number;
}

export interface ClockConfirmationTable {
  staff_id: string;
  at: string;
}

/**
 * What was done beside submissions: accounts, kiosks, the law, the time, searches. The log's leaf commits to the
 * content under the salt. Never changed, never deleted.
 */
export interface RecordTable {
  id: string;
  /** Null: done at headquarters, for no one prison; such a row has no leaf. */
  prison_id: string | null;
  kind: string;
  at: string;
  actor_id: string | null;
  /** Canonical JSON. */
  content: string;
  salt: string;
}

export interface LogHeadTable {
  prison_id: string;
  size: number;
  /** JSON array of base64url roots: the frontier. */
  frontier: string;
}

export interface LogEntryTable {
  prison_id: string;
  position: number;
  /** Canonical JSON of the leaf. */
  entry: string;
  leaf_hash: string;
  at: string;
}

/** One line of the rulebook, proposed by one person and decided by a second; never changed once decided. */
export interface RulebookEntryTable {
  id: string;
  /** Null: a national value. */
  prison_id: string | null;
  key: RuleKey;
  kind: 'change' | 'confirmation';
  /** JSON. */
  value: string;
  source: string;
  confirmed: Flag;
  paper: string | null;
  valid_from: string;
  reason: string;
  state: 'proposed' | 'accepted' | 'refused';
  proposed_by: string;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
}

/** A line of somebody's record, added and never changed; a mistake is answered by a line that reverses it. */
interface EntryTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  /** 1, 2, 3 … per prisoner. */
  position: number;
  on_day: string;
  reason: string;
  /** The line that this one undoes. */
  reverses: string | null;
  /** The import it came with; null if it was typed in the panel. */
  import_id: string | null;
  by_id: string | null;
  at: string;
}

export interface SentenceEntryTable extends EntryTable {
  kind: SentenceEntryKind;
  /** JSON of the kind's fields. */
  content: string;
}

/** Rule 94: two people found the dates right; the second columns stay empty until the second has. */
export interface SentenceCheckTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  latest: string;
  earliest: string;
  first_by: string;
  first_at: string;
  second_by: string | null;
  second_at: string | null;
}

/** What somebody was shown of his dates, kept when it differs from the time before. */
export interface SentenceShownTable {
  id: string;
  prisoner_id: string;
  at: string;
  /** JSON of the whole page. */
  content: string;
}

/** Rule 96: that a forfeiture was opened, heard, or not agreed with. */
export interface NoticeAnswerTable {
  id: string;
  entry_id: string;
  prisoner_id: string;
  at: string;
  kind: 'opened' | 'heard' | 'disagree';
  /** 0 within 48 hours of a PIN that somebody else reset. */
  counts: Flag;
}

export interface StageEntryTable extends EntryTable {
  kind: StageEntryKind;
  content: string;
}

/** Money in integer cents; a debit is negative. Balances are sums over these rows and stand nowhere. */
export interface EarningsEntryTable extends EntryTable {
  kind: EarningsEntryKind;
  grade: 'a' | 'b' | 'c' | null;
  days: number;
  rate_cents: number | null;
  amount_cents: number;
}

/** One file that was taken in, whole. */
export interface ImportTable {
  id: string;
  prison_id: string;
  noun: string;
  /** SHA-256 of the file's text, base64url. */
  digest: string;
  lines: number;
  by_id: string;
  at: string;
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

/** How somebody's PIN stands beside its hash in `prisoner`. */
export interface PrisonerPinTable {
  prisoner_id: string;
  must_change: Flag;
  /** When two people reset it; older submissions stay closed for 48 hours from then. */
  reset_at: string | null;
}

/** A new PIN asked for by one officer and let through by a second; the PIN itself is made when the slip prints. */
export interface PinSlipTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  why: 'first' | 'reset';
  asked_by: string;
  asked_at: string;
  second_by: string | null;
  second_at: string | null;
  printed_by: string | null;
  printed_at: string | null;
  /** Of a reset; empty for a first slip. */
  reason: Generated<string>;
  /** The second person said no. */
  refused: Generated<Flag>;
}

/** The figures that a request about a line of the record carries, as they stood on the screen. */
export interface SubmissionFiguresTable {
  submission_id: string;
  /** Canonical JSON. */
  figures: string;
}

/** A complete node of a stored level above the leaves; it never changes again. */
export interface LogNodeTable {
  prison_id: string;
  level: number;
  position: number;
  /** Base64url. */
  hash: string;
}

/** A head of the log as it was signed. */
export interface LogCheckpointTable {
  prison_id: string;
  /** Counts the beginnings of this log, from 1: one more each time that it went on after a loss. */
  epoch: number;
  size: number;
  root: string;
  /** As in the head: signing goes on from here without reading what came before. */
  frontier: string;
  /** The signed note, word for word, without cosignatures. */
  note: string;
  signed_at: string;
}

/** A witness's signature on a checkpoint. */
export interface LogCosignatureTable {
  prison_id: string;
  epoch: number;
  size: number;
  kiosk_id: string;
  /** The note's line. */
  line: string;
  received_at: string;
}

/** A checkpoint under this log's own signature that its entries contradict; a witness kept it. */
export interface LogEvidenceTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  fault: 'behind' | 'rewritten';
  note: string;
  found_at: string;
}

export type LogHold = 'restored' | 'behind' | 'rewritten' | 'damaged';

/** Whether a log is being signed. No row: it is, in its first epoch. */
export interface LogStateTable {
  prison_id: string;
  epoch: number;
  /** Why nothing is signed now; null while it is. */
  hold: LogHold | null;
  /** JSON object of small values. */
  detail: string;
  held_at: string | null;
  /** When the whole tree was last worked out anew from its entries, and how many there were. */
  checked_at: string | null;
  checked_size: number | null;
}

/** The head that a witness last said it holds, agreeing with this log. */
export interface LogWitnessTable {
  kiosk_id: string;
  prison_id: string;
  epoch: number;
  size: number;
  reported_at: string;
}

export interface Schema {
  prison: PrisonTable;
  wing: WingTable;
  prisoner: PrisonerTable;
  prisoner_number: PrisonerNumberTable;
  prisoner_session: PrisonerSessionTable;
  sign_in: SignInTable;
  throttle: ThrottleTable;
  kiosk: KioskTable;
  kiosk_code: KioskCodeTable;
  kiosk_build: KioskBuildTable;
  kiosk_release: KioskReleaseTable;
  kiosk_export: KioskExportTable;
  placement: PlacementTable;
  offer: OfferTable;
  paper_sheet: PaperSheetTable;
  paper_code: PaperCodeTable;
  intake: IntakeTable;
  intake_conflict: IntakeConflictTable;
  submission: SubmissionTable;
  submission_answered: SubmissionAnsweredTable;
  submission_named: SubmissionNamedTable;
  reply: ReplyTable;
  event: EventTable;
  claim: ClaimTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  law: LawTable;
  law_rule: LawRuleTable;
  irregularity: IrregularityTable;
  clock: ClockTable;
  clock_confirmation: ClockConfirmationTable;
  record: RecordTable;
  log_head: LogHeadTable;
  log_entry: LogEntryTable;
  log_node: LogNodeTable;
  log_checkpoint: LogCheckpointTable;
  log_cosignature: LogCosignatureTable;
  log_evidence: LogEvidenceTable;
  log_state: LogStateTable;
  log_witness: LogWitnessTable;
  rulebook_entry: RulebookEntryTable;
  sentence_entry: SentenceEntryTable;
  sentence_check: SentenceCheckTable;
  sentence_shown: SentenceShownTable;
  notice_answer: NoticeAnswerTable;
  stage_entry: StageEntryTable;
  earnings_entry: EarningsEntryTable;
  import: ImportTable;
  prisoner_event: PrisonerEventTable;
  prisoner_pin: PrisonerPinTable;
  pin_slip: PinSlipTable;
  submission_figures: SubmissionFiguresTable;
}

export type SubmissionRow = Selectable<SubmissionTable>;
export type NewSubmission = Insertable<SubmissionTable>;
export type StaffRow = Selectable<StaffTable>;
export type KioskRow = Selectable<KioskTable>;
export type IntakeRow = Selectable<IntakeTable>;
export type ReplyRow = Selectable<ReplyTable>;
