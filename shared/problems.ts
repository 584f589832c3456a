/**
 * Every failure that crosses the wire, by name (RFC 9457 problem details).
 * The words a person reads for each are in `locales/<language>/problems.json`.
 * `status` is the HTTP status that the server answers with.
 */
export const problems = {
  // The request itself
  malformed: 400,
  'unknown-field': 400,
  'wrong-content-type': 415,
  'too-large': 413,
  'not-found': 404,
  'wrong-origin': 403,
  // Kiosks
  'kiosk-unknown': 401,
  'kiosk-revoked': 403,
  'kiosk-signature-wrong': 401,
  'kiosk-session-needed': 401,
  'enrolment-code-wrong': 403,
  'demonstration-only': 403,
  'kiosk-too-old': 426,
  'already-released': 409,
  'release-unproven': 409,
  // Intake
  'id-conflict': 409,
  'hash-wrong': 400,
  // A kiosk's queue, carried on a stick
  'carry-not-whole': 400,
  'carry-changed': 400,
  'carry-not-ours': 400,
  'carry-does-not-open': 400,
  // Prisoners
  'sign-in-wrong': 401,
  'slow-down': 429,
  'session-needed': 401,
  'code-wrong': 404,
  'paper-not-entered': 409,
  'receipt-without-submission': 409,
  'not-opened-yet': 409,
  'claim-answered': 409,
  'pin-change-needed': 403,
  'pin-weak': 400,
  'pin-has-none': 409,
  'pin-reset-waits': 409,
  'pin-just-reset': 403,
  // Staff
  'staff-sign-in-wrong': 401,
  'staff-session-needed': 401,
  'password-change-needed': 403,
  'not-your-role': 403,
  'not-yours-to-see': 404,
  'second-person-needed': 403,
  'name-taken': 409,
  'staff-not-proposed': 409,
  // The rulebook and the record
  'value-wrong': 400,
  'out-of-bounds': 400,
  'already-decided': 409,
  'no-live-reader': 409,
  'page-wrong': 400,
  'po-wrong': 400,
  'already-held': 409,
  'absence-overlaps': 409,
  'number-taken': 409,
  'nothing-to-confirm': 409,
  'nothing-to-check': 409,
  'forfeiture-beyond-remission': 409,
  'beyond-spendable': 409,
  'work-entered': 409,
  'rate-unknown': 409,
  'import-has-errors': 409,
  'import-again': 409,
  // The life of a submission
  'not-in-this-state': 409,
  'reply-pending': 409,
  'nothing-pending': 409,
  'too-late-to-call-back': 409,
  'reopenings-used': 409,
  'changed-meanwhile': 409,
  'outcome-incomplete': 400,
  'outcome-day': 400,
  'unit-unknown': 400,
  'about-officer': 409,
  'named-unknown': 400,
  'recording-not-here': 409,
  // Sealed letters
  'letter-key-refused': 409,
  'letters-no-reader': 409,
  'letter-sheet-refused': 400,
  // The store
  'storage-full': 507,
  'storage-locked': 503,
  'storage-read-only': 503,
  'storage-unavailable': 503,
  'shutting-down': 503,
  'too-busy': 503,
  unexpected: 500,
} as const;

export type ProblemName = keyof typeof problems;

/** A refusal with its catalogue name; routes turn it into problem details, screens into a sentence. */
export class Problem extends Error {
  readonly problem: ProblemName;
  /** Seconds after which trying again makes sense, if known. */
  readonly retryAfter: number | null;
  readonly detail: string | null;
  constructor(problem: ProblemName, options: { retryAfter?: number; detail?: string } = {}) {
    super(options.detail ? `${problem}: ${options.detail}` : problem);
    this.problem = problem;
    this.retryAfter = options.retryAfter ?? null;
    this.detail = options.detail ?? null;
  }
}
