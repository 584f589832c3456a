import type { Insertable, Selectable } from 'kysely';
import type { AbsenceTable } from './tables/absence.ts';
import type { ClockConfirmationTable, ClockTable } from './tables/clock.ts';
import type {
  ContentBundleTable,
  ContentShownTable,
  ContentTextTable,
  ContentVersionTable,
} from './tables/content.ts';
import type { DigestReadTable } from './tables/digest.ts';
import type { EarningsEntryTable } from './tables/earnings.ts';
import type { ImportTable } from './tables/import.ts';
import type { IrregularityTable } from './tables/irregularity.ts';
import type { KindVersionTable } from './tables/kind.ts';
import type {
  KioskBuildCodeTable,
  KioskBuildTable,
  KioskCodeTable,
  KioskExportTable,
  KioskReleaseTable,
  KioskSilenceTable,
  KioskTable,
} from './tables/kiosk.ts';
import type { LawRuleTable, LawTable } from './tables/law.ts';
import type { LetterBatchTable, LetterKeyTable, LetterSheetTable } from './tables/letter.ts';
import type {
  LogCheckpointTable,
  LogCosignatureTable,
  LogEntryTable,
  LogEvidenceTable,
  LogHeadTable,
  LogNodeTable,
  LogStateTable,
  LogWitnessTable,
  RecordTable,
} from './tables/log.ts';
import type { OfferTable, PlacementTable } from './tables/offer.ts';
import type { PaperCodeTable, PaperSheetTable } from './tables/paper.ts';
import type { PinSlipTable, PrisonerPinTable } from './tables/pin.ts';
import type { PrisonTable, WingTable } from './tables/prison.ts';
import type {
  PrisonerEventTable,
  PrisonerNumberTable,
  PrisonerSessionTable,
  PrisonerTable,
  SignInTable,
  TransferTable,
} from './tables/prisoner.ts';
import type { RecordingPartTable, RecordingWordsTable } from './tables/recording.ts';
import type { RulebookEntryTable } from './tables/rulebook.ts';
import type {
  NoticeAnswerTable,
  SentenceCheckTable,
  SentenceEntryTable,
  SentenceShownTable,
} from './tables/sentence.ts';
import type { StaffSessionTable, StaffTable } from './tables/staff.ts';
import type { StageEntryTable } from './tables/stage.ts';
import type {
  ClaimTable,
  EventTable,
  IntakeConflictTable,
  IntakeTable,
  ReplyTable,
  SubmissionAnsweredTable,
  SubmissionFiguresTable,
  SubmissionNamedTable,
  SubmissionTable,
} from './tables/submission.ts';
import type { ThrottleTable } from './tables/throttle.ts';

/**
 * The tables as Kysely sees them. Portable columns only: text for ISO times and JSON, integer 0/1 for truth,
 * so that both engines hold the same bytes. The migrations under `migrations/` make exactly these.
 */
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
  kiosk_build_code: KioskBuildCodeTable;
  kiosk_release: KioskReleaseTable;
  kiosk_export: KioskExportTable;
  kiosk_silence: KioskSilenceTable;
  placement: PlacementTable;
  offer: OfferTable;
  paper_sheet: PaperSheetTable;
  paper_code: PaperCodeTable;
  intake: IntakeTable;
  intake_conflict: IntakeConflictTable;
  submission: SubmissionTable;
  submission_answered: SubmissionAnsweredTable;
  submission_named: SubmissionNamedTable;
  recording_part: RecordingPartTable;
  recording_words: RecordingWordsTable;
  reply: ReplyTable;
  event: EventTable;
  claim: ClaimTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  absence: AbsenceTable;
  digest_read: DigestReadTable;
  law: LawTable;
  law_rule: LawRuleTable;
  irregularity: IrregularityTable;
  clock: ClockTable;
  clock_confirmation: ClockConfirmationTable;
  record: RecordTable;
  letter_key: LetterKeyTable;
  letter_batch: LetterBatchTable;
  letter_sheet: LetterSheetTable;
  log_head: LogHeadTable;
  log_entry: LogEntryTable;
  log_node: LogNodeTable;
  log_checkpoint: LogCheckpointTable;
  log_cosignature: LogCosignatureTable;
  log_evidence: LogEvidenceTable;
  log_state: LogStateTable;
  log_witness: LogWitnessTable;
  rulebook_entry: RulebookEntryTable;
  kind_version: KindVersionTable;
  content_text: ContentTextTable;
  content_version: ContentVersionTable;
  content_bundle: ContentBundleTable;
  content_shown: ContentShownTable;
  sentence_entry: SentenceEntryTable;
  sentence_check: SentenceCheckTable;
  sentence_shown: SentenceShownTable;
  notice_answer: NoticeAnswerTable;
  stage_entry: StageEntryTable;
  earnings_entry: EarningsEntryTable;
  import: ImportTable;
  prisoner_event: PrisonerEventTable;
  transfer: TransferTable;
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
