import Type, { type Static, type TSchema } from 'typebox';
import { BackupState } from './backup/schema.ts';
import { DebitBody, WorkDayBody } from './earnings/entry.ts';
import * as earnings from './earnings/schema.ts';
import { EarningsView } from './earnings/view.ts';
import { ImportBody, ImportReply } from './import/schema.ts';
import * as release from './kiosk/release-schema.ts';
import * as kiosk from './kiosk/schema.ts';
import { LanguageChoiceBody, Languages } from './language/schema.ts';
import { Law } from './law/schema.ts';
import * as log from './log/schema.ts';
import * as offer from './offer/schema.ts';
import * as paper from './paper/schema.ts';
import * as event from './prisoner/event-schema.ts';
import * as pin from './prisoner/pin-schema.ts';
import * as register from './prisoner/register.ts';
import * as prisoner from './prisoner/schema.ts';
import { WorkList } from './prisoner/work-list.ts';
import type { ProblemName } from './problems.ts';
import * as rulebook from './rulebook/schema.ts';
import { Id } from './schema.ts';
import { SentenceEntryBody } from './sentence/entry.ts';
import { SentenceView } from './sentence/view.ts';
import {
  accountRoles,
  caseRoles,
  kioskRoles,
  placementRoles,
  type Role,
  roles,
  roundRoles,
} from './staff/roles.ts';
import * as staff from './staff/schema.ts';
import { StageEntryBody } from './stage/entry.ts';
import { StagePage } from './stage/schema.ts';
import { StageView } from './stage/view.ts';
import type { Action } from './submission/life.ts';
import * as submission from './submission/schema.ts';

/**
 * Over 300 lines because it is the one list of all operations.
 *
 * The contract: every operation of the API in one list. The server registers exactly these, OpenAPI is made
 * from them, the apps' typed client takes its types from them, and the test of role × route × state walks them.
 */
export type Reach =
  /** Anyone who reaches the server. */
  | { readonly who: 'public' }
  /** An enrolled kiosk, by the signature on the item itself. */
  | { readonly who: 'kiosk-signature' }
  /** An enrolled kiosk with a session token. */
  | { readonly who: 'kiosk' }
  /** A prisoner signed in at an enrolled kiosk. */
  | { readonly who: 'prisoner' }
  /** Staff of these roles; `action` names the row of the life table that decides further. */
  | { readonly who: 'staff'; readonly roles: readonly Role[]; readonly action?: Action };

export interface Operation {
  readonly reach: Reach;
  readonly summary: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly reply: TSchema;
  /** Bytes of the body, where they are more than any single item needs. */
  readonly bodyLimit?: number;
  /** Named failures beside those that every route can have. */
  readonly problems: readonly ProblemName[];
}

const operation = <const T extends Operation>(value: T): T => value;
const staffOf = <const R extends readonly Role[]>(...of: R) => ({ who: 'staff' as const, roles: of });
const acting = <const R extends readonly Role[]>(action: Action, ...of: R) => ({
  who: 'staff' as const,
  roles: of,
  action,
});
const done = Type.Object({ done: Type.Literal(true) });
const byId = Type.Object({ id: Id });
const byNumber = Type.Object({ number: Type.Integer({ minimum: 1 }) });
/** Register numbers count per prison; headquarters, which sees them all, says of which one it speaks. */
const ofPrison = Type.Object({ prison: Type.Optional(Id) }, { additionalProperties: false });
const lifeProblems = [
  'not-yours-to-see',
  'not-in-this-state',
  'not-your-role',
  'reply-pending',
  'nothing-pending',
  'changed-meanwhile',
] as const;
/** Who looks into the register and the records; only the documentation office writes in them. */
const recordRoles = [
  'documentation-office',
  'officer-in-charge',
  'deputy',
] as const satisfies readonly Role[];
const rulebookRoles = [...recordRoles, 'commissioner', 'visiting-justice'] as const satisfies readonly Role[];
const listQuery = Type.Object(
  {
    /** `reading`: what waits for the first reader; `open` holds it too. */
    list: Type.Optional(Type.Enum(['reading', 'open', 'answered', 'finished'])),
    search: Type.Optional(Type.String({ maxLength: 100 })),
    kind: Type.Optional(submission.CaseRow.properties.kind),
    wing: Type.Optional(Id),
    after: Type.Optional(Type.String({ maxLength: 80 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);

export const operations = {
  // Health and time
  'GET /healthz': operation({
    reach: { who: 'public' },
    summary: 'Whether the server and its database are well.',
    reply: Type.Object({
      ok: Type.Boolean(),
      time: Type.String(),
      /** True for the demonstration prison, so that the sign-in page can say that all is made up. */
      demonstration: Type.Boolean(),
    }),
    problems: [],
  }),
  'GET /api/law': operation({
    reach: { who: 'public' },
    summary: 'The Prisons Rules as entered, rule by rule.',
    reply: Law,
    problems: [],
  }),

  'GET /build.json': operation({
    reach: { who: 'public' },
    summary: 'The build that a kiosk is to have, file by file.',
    query: release.BuildQuery,
    reply: release.BuildList,
    problems: ['not-found'],
  }),

  // Kiosks
  'POST /api/kiosks/enrol': operation({
    reach: { who: 'public' },
    summary: 'Enrols a kiosk with a one-time code.',
    body: kiosk.EnrolBody,
    reply: kiosk.Enrolment,
    problems: ['enrolment-code-wrong', 'slow-down'],
  }),
  'POST /api/kiosks/enrol-here': operation({
    reach: { who: 'public' },
    summary: 'Enrols a browser on this machine; demonstration only.',
    body: kiosk.EnrolHereBody,
    reply: kiosk.Enrolment,
    problems: ['demonstration-only'],
  }),
  'POST /api/kiosks/challenge': operation({
    reach: { who: 'public' },
    summary: 'A nonce to sign, for a kiosk session.',
    reply: kiosk.Challenge,
    problems: [],
  }),
  'POST /api/kiosks/session': operation({
    reach: { who: 'public' },
    summary: 'A short session for a kiosk that signed the nonce.',
    body: kiosk.KioskSessionBody,
    reply: kiosk.KioskSession,
    problems: ['kiosk-unknown', 'kiosk-revoked', 'kiosk-signature-wrong'],
  }),
  'GET /api/kiosks/settings': operation({
    reach: { who: 'kiosk' },
    summary: 'Prison, wing, number pattern, deadlines, time.',
    reply: kiosk.KioskSettings,
    problems: [],
  }),
  'POST /api/kiosks/heartbeat': operation({
    reach: { who: 'kiosk' },
    summary: 'How the kiosk is; answers what the server has of it.',
    body: kiosk.HeartbeatBody,
    reply: kiosk.Heartbeat,
    problems: [],
  }),
  'POST /api/kiosks/log': operation({
    reach: { who: 'kiosk' },
    summary: 'A witness says what it saw of the log, and gets the newest head with the proof of growth.',
    body: log.WitnessBody,
    reply: log.WitnessReply,
    problems: [],
  }),
  'POST /api/kiosks/log/cosign': operation({
    reach: { who: 'kiosk' },
    summary: 'A witness cosigns a head.',
    body: log.CosignBody,
    reply: done,
    problems: ['kiosk-signature-wrong'],
  }),
  'GET /api/kiosks': operation({
    reach: staffOf(...kioskRoles),
    summary: 'Every kiosk with its state.',
    reply: Type.Object({
      kiosks: Type.Array(kiosk.KioskRow),
      /** Some kiosk that is not revoked used one number for two items. */
      copiedKey: Type.Boolean(),
      wings: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
    problems: [],
  }),
  'POST /api/kiosks/codes': operation({
    reach: staffOf('administrator'),
    summary: 'A one-time enrolment code, good for fifteen minutes.',
    body: kiosk.CodeBody,
    reply: kiosk.EnrolmentCode,
    problems: ['not-found'],
  }),
  'POST /api/kiosks/:id/revoke': operation({
    reach: staffOf('administrator', 'officer-in-charge'),
    summary: 'Revokes a kiosk at once.',
    params: byId,
    reply: done,
    problems: ['not-found'],
  }),
  'POST /api/kiosks/:id/device-pin': operation({
    reach: staffOf('administrator'),
    summary: 'A new device PIN; the kiosk knows it when it next reaches the server.',
    params: byId,
    reply: kiosk.NewDevicePin,
    problems: ['not-found'],
  }),
  'GET /api/kiosks/exports': operation({
    reach: staffOf('administrator', 'officer-in-charge', 'deputy', 'visiting-justice'),
    summary: 'What was saved to a stick, and whether it was brought.',
    reply: Type.Object({ exports: Type.Array(kiosk.ExportRow) }),
    problems: [],
  }),
  'POST /api/kiosks/imports': operation({
    reach: staffOf('administrator', 'officer-in-charge', 'deputy'),
    summary: 'Takes in a kiosk’s queue from a stick, each item once.',
    body: kiosk.ImportBody,
    bodyLimit: 64 * 1024 * 1024,
    reply: kiosk.Imported,
    problems: ['carry-not-whole', 'carry-changed', 'carry-not-ours', 'carry-does-not-open', 'too-busy'],
  }),

  'GET /api/kiosks/releases': operation({
    reach: staffOf(...kioskRoles),
    summary: 'The builds of the kiosk, and how far each has come.',
    reply: release.Releases,
    problems: [],
  }),
  'POST /api/kiosks/releases/one': operation({
    reach: staffOf('administrator'),
    summary: 'Tries a build on one kiosk.',
    body: release.TrialBody,
    reply: done,
    problems: ['not-found', 'already-released'],
  }),
  'POST /api/kiosks/releases/all': operation({
    reach: staffOf('administrator'),
    summary: 'Gives a build that was tried to all kiosks.',
    body: release.ReleaseBody,
    reply: done,
    problems: ['not-found', 'already-released', 'release-unproven'],
  }),
  'POST /api/kiosks/releases/withdraw': operation({
    reach: staffOf('administrator'),
    summary: 'Ends a trial without release.',
    reply: done,
    problems: ['not-found'],
  }),

  // Rounds with a carried kiosk, and paper
  'GET /api/offers': operation({
    reach: staffOf(...roundRoles),
    summary: 'Who is held apart, and on which days nobody brought him a kiosk.',
    reply: offer.Rounds,
    problems: ['not-found'],
  }),
  'POST /api/placements': operation({
    reach: staffOf(...placementRoles),
    summary: 'Somebody is held where he cannot come to a kiosk.',
    body: offer.PlacementBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'already-held', 'out-of-bounds'],
  }),
  'POST /api/placements/:id/end': operation({
    reach: staffOf(...placementRoles),
    summary: 'He came out, today.',
    params: byId,
    reply: done,
    problems: ['not-found'],
  }),
  'GET /api/paper': operation({
    reach: staffOf(...roundRoles, 'first-reader'),
    summary: 'The blocks of paper forms: their numbers, and what came back of them.',
    reply: Type.Object({ blocks: Type.Array(paper.PaperRow) }),
    problems: ['not-found'],
  }),
  'POST /api/paper': operation({
    reach: staffOf(...placementRoles, 'first-reader'),
    summary: 'The next numbers of the paper series, with their codes: given this once.',
    body: paper.PaperBody,
    reply: paper.PaperBlock,
    problems: ['not-found'],
  }),

  // Intake
  'POST /api/intake': operation({
    reach: { who: 'kiosk-signature' },
    summary: 'Takes one sealed item; the same again gets the original receipt.',
    body: submission.SealedItem,
    reply: submission.Receipt,
    problems: ['kiosk-unknown', 'kiosk-signature-wrong', 'hash-wrong', 'id-conflict', 'too-busy'],
  }),

  // Prisoners, at a kiosk
  'POST /api/prisoners/sign-in': operation({
    reach: { who: 'kiosk' },
    summary: 'Prison number and PIN.',
    body: prisoner.SignInBody,
    reply: prisoner.SignedIn,
    problems: ['sign-in-wrong', 'slow-down', 'pin-change-needed'],
  }),
  'POST /api/prisoners/own-pin': operation({
    reach: { who: 'kiosk' },
    summary: 'A PIN of his own in place of the slip’s, and he is signed in.',
    body: pin.ChoosePinBody,
    reply: prisoner.SignedIn,
    problems: ['sign-in-wrong', 'slow-down', 'pin-weak'],
  }),
  'POST /api/prisoners/sign-out': operation({
    reach: { who: 'prisoner' },
    summary: 'Ends the session.',
    reply: done,
    problems: [],
  }),
  'POST /api/prisoners/not-me': operation({
    reach: { who: 'prisoner' },
    summary: 'The last sign-in was somebody else.',
    body: prisoner.NotMeBody,
    reply: done,
    problems: ['not-found'],
  }),
  'POST /api/claims/:id': operation({
    reach: { who: 'prisoner' },
    summary: 'Was this you? Yes needs the receipt code.',
    params: byId,
    body: prisoner.ClaimBody,
    reply: done,
    problems: ['pin-just-reset', 'not-found', 'code-wrong', 'claim-answered'],
  }),
  'GET /api/submissions': operation({
    reach: { who: 'prisoner' },
    summary: 'His own submissions, newest first.',
    reply: Type.Object({ submissions: Type.Array(submission.OwnSubmission) }),
    problems: [],
  }),
  'POST /api/submissions/:id/opened': operation({
    reach: { who: 'prisoner' },
    summary: 'The reply was opened: it is delivered.',
    params: byId,
    reply: submission.OwnSubmission,
    problems: ['pin-just-reset', 'not-found', 'not-in-this-state'],
  }),
  'POST /api/submissions/:id/settle': operation({
    reach: { who: 'prisoner' },
    summary: 'Settled, or not settled.',
    params: byId,
    body: prisoner.SettleBody,
    reply: submission.OwnSubmission,
    problems: ['pin-just-reset', 'not-found', 'not-in-this-state', 'reopenings-used'],
  }),
  'POST /api/codes': operation({
    reach: { who: 'kiosk' },
    summary: 'What a receipt code alone shows.',
    body: prisoner.CodeLookupBody,
    reply: submission.CodeState,
    problems: ['code-wrong', 'slow-down', 'paper-not-entered'],
  }),
  'POST /api/codes/settle': operation({
    reach: { who: 'kiosk' },
    summary: 'Settled or not, by the code of a nameless submission.',
    body: prisoner.CodeSettleBody,
    reply: submission.CodeState,
    problems: ['code-wrong', 'slow-down', 'not-in-this-state', 'reopenings-used'],
  }),

  'POST /api/sentence/open': operation({
    reach: { who: 'prisoner' },
    summary: 'His sentence and both dates; what he is shown is kept.',
    reply: SentenceView,
    problems: [],
  }),
  'POST /api/notices/:id': operation({
    reach: { who: 'prisoner' },
    summary: 'A forfeiture was opened, heard, or is not agreed with.',
    params: byId,
    body: register.NoticeBody,
    reply: done,
    problems: ['not-found'],
  }),

  'GET /api/earnings': operation({
    reach: { who: 'prisoner' },
    summary: 'His own earnings as sums; nothing here changes money.',
    reply: EarningsView,
    problems: [],
  }),

  'GET /api/stage': operation({
    reach: { who: 'prisoner' },
    summary: 'His own stage: the ladder, what each rung brings, what is needed next.',
    reply: StageView,
    problems: [],
  }),

  // The rulebook
  'GET /api/rulebook': operation({
    reach: staffOf(...rulebookRoles),
    summary: 'Every value as it stood on a day, with its history and what waits for a second person.',
    query: rulebook.RulebookQuery,
    reply: rulebook.Rulebook,
    problems: [],
  }),
  'POST /api/rulebook/changes': operation({
    reach: staffOf(...recordRoles, 'commissioner'),
    summary: 'Proposes a value; it counts once a second person has decided.',
    body: rulebook.RuleChangeBody,
    reply: Type.Object({ id: Id }),
    problems: ['value-wrong', 'out-of-bounds'],
  }),
  'POST /api/rulebook/changes/:id/decide': operation({
    reach: staffOf('commissioner', 'officer-in-charge', 'deputy'),
    summary: 'The second person, never under the first, accepts or refuses.',
    params: byId,
    body: rulebook.RuleDecisionBody,
    reply: done,
    problems: ['not-found', 'already-decided', 'second-person-needed', 'out-of-bounds'],
  }),
  'POST /api/rulebook/confirmations': operation({
    reach: staffOf('officer-in-charge'),
    summary: 'A value in force was confirmed to him, by which paper.',
    body: rulebook.RuleConfirmationBody,
    reply: done,
    problems: ['nothing-to-confirm'],
  }),

  // The prisoners' records
  'GET /api/prisoners': operation({
    reach: staffOf(...recordRoles),
    summary: 'The register, by name.',
    query: register.RegisterQuery,
    reply: Type.Object({
      prisoners: Type.Array(register.PrisonerRow),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    problems: [],
  }),
  'GET /api/prisoners/:id/events': operation({
    reach: staffOf(...recordRoles),
    summary: 'One person’s coming and going: moves, interviews, leaving.',
    params: byId,
    reply: event.PrisonerEventPage,
    problems: ['not-found'],
  }),
  'POST /api/prisoners/:id/events': operation({
    reach: staffOf('documentation-office'),
    summary: 'Enters a move, an interview, a release, a return; who left can sign in no more.',
    params: byId,
    body: event.PrisonerEventBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong', 'already-decided'],
  }),
  'GET /api/departures': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Who left the prison, who entered it, and what of theirs is still open.',
    reply: Type.Object({ departures: Type.Array(event.DepartureRow) }),
    problems: ['not-found'],
  }),
  'GET /api/work-list': operation({
    reach: staffOf(...recordRoles),
    summary: 'What waits in the records: releases, notices, interviews, reviews, gaps.',
    reply: WorkList,
    problems: ['not-found'],
  }),
  'GET /api/pins': operation({
    reach: staffOf(...recordRoles),
    summary: 'Who has no PIN yet, and the resets on their way.',
    query: pin.PinQuery,
    reply: pin.PinList,
    problems: ['not-found'],
  }),
  'POST /api/pins/print': operation({
    reach: staffOf('documentation-office'),
    summary: 'Makes PINs for slips: given this once, and changed at the first sign-in.',
    body: pin.PrintBody,
    reply: Type.Object({ slips: Type.Array(pin.PinSlip) }),
    problems: ['not-found', 'second-person-needed'],
  }),
  'POST /api/pins/resets': operation({
    reach: staffOf('documentation-office'),
    summary: 'Asks for a new PIN in place of one that is lost or known; a second person lets it through.',
    body: pin.ResetBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'pin-has-none', 'pin-reset-waits'],
  }),
  'POST /api/pins/resets/:id/decide': operation({
    reach: staffOf('officer-in-charge', 'deputy'),
    summary:
      'The second person, never under the first and one of the two from outside the wing, lets it through or refuses.',
    params: byId,
    body: pin.ResetDecision,
    reply: done,
    problems: ['not-found', 'already-decided', 'second-person-needed'],
  }),
  'GET /api/pins/watch': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Every slip that was printed and every sign-in that somebody says was not his.',
    reply: Type.Object({ rows: Type.Array(pin.PinWatchRow) }),
    problems: ['not-found'],
  }),
  'GET /api/prisoners/:id/sentence': operation({
    reach: staffOf(...recordRoles),
    summary: 'One record: the dates, the count, every line, what he was shown.',
    params: byId,
    reply: register.SentencePage,
    problems: ['not-found'],
  }),
  'POST /api/prisoners/:id/sentence/lines': operation({
    reach: staffOf('documentation-office'),
    summary: 'Adds a line.',
    params: byId,
    body: SentenceEntryBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong', 'forfeiture-beyond-remission'],
  }),
  'POST /api/prisoners/:id/sentence/reversals': operation({
    reach: staffOf('documentation-office'),
    summary: 'Undoes a line by a new one with a reason.',
    params: byId,
    body: register.ReverseBody,
    reply: done,
    problems: ['not-found', 'already-decided'],
  }),
  'POST /api/prisoners/:id/sentence/check': operation({
    reach: staffOf(...recordRoles),
    summary: 'Rule 94: the documentation office first, then the officer in charge or his deputy.',
    params: byId,
    reply: done,
    problems: ['not-found', 'nothing-to-check', 'already-decided', 'second-person-needed'],
  }),

  'GET /api/prisoners/:id/earnings': operation({
    reach: staffOf(...recordRoles),
    summary: 'One prisoner’s earnings, and the statement of a month.',
    params: byId,
    query: earnings.EarningsQuery,
    reply: earnings.EarningsPage,
    problems: ['not-found'],
  }),
  'POST /api/prisoners/:id/earnings/lines': operation({
    reach: staffOf('documentation-office'),
    summary: 'Takes something off: canteen, remittance, paid on release.',
    params: byId,
    body: DebitBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong', 'beyond-spendable'],
  }),
  'POST /api/prisoners/:id/earnings/reversals': operation({
    reach: staffOf('documentation-office'),
    summary: 'Undoes a line by a new one with a reason.',
    params: byId,
    body: register.ReverseBody,
    reply: done,
    problems: ['not-found', 'already-decided'],
  }),
  'GET /api/earnings/day': operation({
    reach: staffOf(...recordRoles),
    summary: 'Rule 90: the sheet of a wing on a day.',
    query: earnings.WorkSheetQuery,
    reply: earnings.WorkSheet,
    problems: [],
  }),
  'POST /api/earnings/day': operation({
    reach: staffOf('documentation-office'),
    summary: 'Rule 90: who worked on a day, at the rates of that day; all or nothing.',
    body: WorkDayBody,
    bodyLimit: 128 * 1024,
    reply: Type.Object({ entered: Type.Integer() }),
    problems: ['value-wrong', 'not-found', 'work-entered', 'rate-unknown'],
  }),

  'GET /api/prisoners/:id/stage': operation({
    reach: staffOf(...recordRoles),
    summary: 'One prisoner’s stage with every line of it.',
    params: byId,
    reply: StagePage,
    problems: ['not-found'],
  }),
  'POST /api/prisoners/:id/stage/lines': operation({
    reach: staffOf('documentation-office'),
    summary: 'Adds a stage decision, a day of review, a forfeited privilege.',
    params: byId,
    body: StageEntryBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong'],
  }),
  'POST /api/prisoners/:id/stage/reversals': operation({
    reach: staffOf('documentation-office'),
    summary: 'Undoes a line by a new one with a reason.',
    params: byId,
    body: register.ReverseBody,
    reply: done,
    problems: ['not-found', 'already-decided'],
  }),

  'POST /api/imports': operation({
    reach: staffOf('documentation-office'),
    summary: 'A CSV file: what it would change and every error with its line; or all of it, or nothing.',
    body: ImportBody,
    bodyLimit: 8 * 1024 * 1024,
    reply: ImportReply,
    problems: ['import-has-errors', 'import-again'],
  }),

  // Staff
  'POST /api/staff/sign-in': operation({
    reach: { who: 'public' },
    summary: 'Username and password; sets the session cookie.',
    body: staff.StaffSignInBody,
    reply: staff.Me,
    problems: ['staff-sign-in-wrong', 'slow-down'],
  }),
  'POST /api/staff/sign-out': operation({
    reach: staffOf(...roles),
    summary: 'Ends the session.',
    reply: done,
    problems: [],
  }),
  'GET /api/staff/me': operation({
    reach: staffOf(...roles),
    summary: 'Who is signed in.',
    reply: staff.Me,
    problems: [],
  }),
  'POST /api/staff/password': operation({
    reach: staffOf(...roles),
    summary: 'Changes one’s own password.',
    body: staff.PasswordBody,
    reply: done,
    problems: ['staff-sign-in-wrong', 'slow-down'],
  }),
  'GET /api/staff': operation({
    reach: staffOf(...accountRoles),
    summary: 'Accounts, with those that wait for a second person.',
    reply: Type.Object({
      staff: Type.Array(staff.StaffRow),
      wings: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
    problems: [],
  }),
  'POST /api/staff': operation({
    reach: staffOf('administrator'),
    summary: 'Proposes an account.',
    body: staff.StaffBody,
    reply: staff.FirstPassword,
    problems: ['name-taken', 'unit-unknown', 'not-found'],
  }),
  'POST /api/staff/:id/approve': operation({
    reach: staffOf(...accountRoles),
    summary: 'A second person of another office lets the account in.',
    params: byId,
    reply: staff.FirstPassword,
    problems: ['not-found', 'second-person-needed', 'staff-not-proposed'],
  }),
  'POST /api/staff/:id/end': operation({
    reach: staffOf('administrator', 'officer-in-charge'),
    summary: 'Ends an account; what its holder wrote stays.',
    params: byId,
    reply: done,
    problems: ['not-found', 'second-person-needed'],
  }),
  'GET /api/officers': operation({
    reach: staffOf('first-reader'),
    summary: 'Officers who can be recorded as named.',
    reply: Type.Object({ officers: Type.Array(staff.OfficerRow) }),
    problems: [],
  }),

  // Cases, in the panel
  'GET /api/cases': operation({
    reach: staffOf(...caseRoles),
    summary: 'The list of cases that the reader may open, due first.',
    query: listQuery,
    reply: Type.Object({
      cases: Type.Array(submission.CaseRow),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    problems: [],
  }),
  'GET /api/cases/counts': operation({
    reach: staffOf(...caseRoles),
    summary: 'Open, overdue and answered cases that the reader may open, by wing and kind.',
    reply: Type.Object({
      reading: Type.Integer(),
      open: Type.Integer(),
      overdue: Type.Integer(),
      dueToday: Type.Integer(),
      answered: Type.Integer(),
      byWing: Type.Array(Type.Object({ wing: Type.String(), open: Type.Integer(), overdue: Type.Integer() })),
      byKind: Type.Array(
        Type.Object({
          kind: submission.CaseRow.properties.kind,
          open: Type.Integer(),
          overdue: Type.Integer(),
        }),
      ),
    }),
    problems: [],
  }),
  'GET /api/cases/:number': operation({
    reach: staffOf(...caseRoles),
    summary: 'One case, redacted for the reader.',
    params: byNumber,
    query: ofPrison,
    reply: submission.CasePage,
    problems: ['not-yours-to-see'],
  }),
  'POST /api/cases/:number/pass': operation({
    reach: acting('pass', 'first-reader'),
    summary: 'The first reader records who is named and passes the case on.',
    params: byNumber,
    query: ofPrison,
    body: submission.PassBody,
    reply: done,
    problems: [...lifeProblems, 'named-unknown'],
  }),
  'POST /api/cases/:number/route': operation({
    reach: acting('route', 'first-reader', 'officer-in-charge', 'deputy'),
    summary: 'Gives the case to a unit.',
    params: byNumber,
    query: ofPrison,
    body: submission.RouteBody,
    reply: done,
    problems: [...lifeProblems, 'unit-unknown'],
  }),
  'POST /api/cases/:number/return': operation({
    reach: acting('return', 'unit-officer'),
    summary: 'The unit gives it back with a reason.',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'POST /api/cases/:number/answer': operation({
    reach: acting('answer', 'officer-in-charge', 'deputy', 'unit-officer', 'commissioner'),
    summary: 'Writes a reply; it is sent after ten seconds.',
    params: byNumber,
    query: ofPrison,
    body: submission.AnswerBody,
    reply: submission.CaseReply,
    problems: [...lifeProblems, 'outcome-incomplete', 'outcome-day'],
  }),
  'POST /api/cases/:number/call-back': operation({
    reach: acting('call-back', 'officer-in-charge', 'deputy', 'unit-officer', 'commissioner'),
    summary: 'Calls the reply back before its ten seconds are over.',
    params: byNumber,
    query: ofPrison,
    body: submission.VersionBody,
    reply: done,
    problems: [...lifeProblems, 'too-late-to-call-back'],
  }),
  'POST /api/cases/:number/close': operation({
    reach: acting('close', 'officer-in-charge', 'deputy', 'commissioner'),
    summary: 'Closes without the prisoner’s word, with a reason.',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'POST /api/cases/:number/note': operation({
    reach: acting('note', 'first-reader', 'unit-officer', 'officer-in-charge', 'deputy', 'commissioner'),
    summary: 'A note between officers; never shown to the prisoner.',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'GET /api/events': operation({
    reach: staffOf(...roles),
    summary: 'Server-sent events: which lists changed, ids only.',
    reply: Type.String(),
    problems: [],
  }),

  // The log
  'GET /api/logs': operation({
    reach: staffOf('visiting-justice', 'commissioner', 'oversight'),
    summary: 'Each log: what is signed, who witnessed it, what contradicts it.',
    reply: Type.Object({ logs: Type.Array(log.LogStanding) }),
    problems: [],
  }),
  'GET /api/logs/inclusion': operation({
    reach: staffOf('visiting-justice', 'commissioner', 'oversight'),
    summary: 'The proof that an entry is in the log of a size (RFC 6962).',
    query: log.InclusionQuery,
    reply: log.ProofReply,
    problems: ['not-found'],
  }),
  'GET /api/logs/consistency': operation({
    reach: staffOf('visiting-justice', 'commissioner', 'oversight'),
    summary: 'The proof that the log of a size begins with an older one (RFC 6962).',
    query: log.ConsistencyQuery,
    reply: log.ProofReply,
    problems: ['not-found'],
  }),
  'POST /api/logs/continue': operation({
    reach: staffOf('visiting-justice', 'commissioner'),
    summary: 'Lets a held log go on, under a new name and in the open.',
    query: ofPrison,
    body: log.ContinueBody,
    reply: done,
    problems: ['not-found', 'not-in-this-state'],
  }),

  // Oversight and administration
  'GET /api/claims': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Numbers claimed with a PIN that did not fit, and how many wait for their check.',
    reply: Type.Object({
      claims: Type.Array(
        Type.Object({
          case: Type.Union([Type.Integer(), Type.Null()]),
          number: Type.String(),
          at: Type.String(),
          state: Type.Enum(['open', 'mine', 'not-mine']),
        }),
      ),
      waiting: Type.Integer({ description: 'Submissions whose number and PIN are not checked yet.' }),
    }),
    problems: [],
  }),
  'GET /api/irregularities': operation({
    reach: staffOf('officer-in-charge', 'deputy', 'visiting-justice', 'commissioner', 'administrator'),
    summary: 'Conflicts, envelopes that did not open, missing or doubled numbers, clock jumps.',
    reply: Type.Object({ irregularities: Type.Array(staff.Irregularity) }),
    problems: [],
  }),
  'GET /api/backups': operation({
    reach: staffOf('administrator', 'officer-in-charge', 'commissioner', 'visiting-justice'),
    summary: 'The last good back-up, its age, and the room that is left.',
    reply: BackupState,
    problems: [],
  }),
  'GET /api/certificate': operation({
    reach: staffOf('administrator', 'officer-in-charge'),
    summary: 'Until when the certificate holds that the server was started with.',
    reply: Type.Object({
      certificate: Type.Union([
        Type.Object({ notAfter: Type.String(), daysLeft: Type.Integer(), warn: Type.Boolean() }),
        Type.Null(),
      ]),
    }),
    problems: [],
  }),
  'GET /api/languages': operation({
    reach: staffOf(
      'officer-in-charge',
      'deputy',
      'commissioner',
      'visiting-justice',
      'administrator',
      'translator',
      'editor',
    ),
    summary: 'Every registered language: how far its texts are, and whether kiosks offer it.',
    reply: Languages,
    problems: [],
  }),
  'POST /api/languages/choice': operation({
    reach: staffOf('officer-in-charge'),
    summary: 'The languages that the prison’s kiosks offer; English and Kiswahili always stay.',
    body: LanguageChoiceBody,
    reply: done,
    problems: [],
  }),
  'GET /api/time': operation({
    reach: staffOf(...roles),
    summary: 'Whether the server’s time is confirmed.',
    reply: staff.TimeState,
    problems: [],
  }),
  'POST /api/time/confirm': operation({
    reach: staffOf('officer-in-charge', 'deputy', 'commissioner', 'visiting-justice', 'administrator'),
    summary: 'One of the two confirmations that the server’s time is right.',
    reply: staff.TimeState,
    problems: ['second-person-needed'],
  }),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
type Of<N extends OperationName> = (typeof operations)[N];
export type BodyOf<N extends OperationName> =
  Of<N> extends { body: infer B extends TSchema } ? Static<B> : undefined;
export type ParamsOf<N extends OperationName> =
  Of<N> extends { params: infer P extends TSchema } ? Static<P> : undefined;
export type QueryOf<N extends OperationName> =
  Of<N> extends { query: infer Q extends TSchema } ? Static<Q> : undefined;
export type ReplyOf<N extends OperationName> =
  Of<N> extends { reply: infer R extends TSchema } ? Static<R> : never;
