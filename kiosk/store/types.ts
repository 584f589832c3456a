import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import type { SignedIn } from '../../shared/prisoner/schema.ts';
import type { ProblemName } from '../../shared/problems.ts';
import type { SubmissionContent } from '../../shared/submission/schema.ts';

/** What a screen may know of the kiosk at any moment. Nothing in it belongs to a person. */
export interface KioskState {
  readonly phase:
    | 'starting'
    | 'insecure'
    | 'reading-only'
    | 'enrolled'
    | 'revoked'
    | 'database-closed'
    | 'storage-full';
  /** From the server, kept here; null until the first settings came. */
  readonly settings: KioskSettings | null;
  /** Whether the last exchange with our own server succeeded; null before the first. */
  readonly online: boolean | null;
  /** Since when the server has been away, ISO 8601 UTC. */
  readonly offlineSince: string | null;
  /** Submissions kept here without a receipt from the server. */
  readonly waiting: number;
  /** Submissions that the server refused; kept here, shown to staff. */
  readonly quarantined: number;
  /** Whether the browser promised not to evict what is kept; null until asked. */
  readonly persisted: boolean | null;
  readonly updateReady: boolean;
  /** A build that did not come up on this machine and was switched back from. */
  readonly rejected: string | null;
  /** Id of the build that runs; empty until known. */
  readonly build: string;
  readonly law: { readonly version: string } | null;
  /** The bundle of reading pages that is shown; null: those of the build. */
  readonly content: string | null;
  /** A newer one is here whole and waits for the first screen. */
  readonly contentWaits: boolean;
  /** The server serves this version no more; what is sealed it still takes. */
  readonly tooOld: boolean;
  /** The wall clock is more than ten minutes from the best known time. */
  readonly clockWrong: boolean;
  /** This kiosk saw that the log was rewritten, or that it was begun anew after a loss. */
  readonly logAlarm: 'rewritten' | 'begun-anew' | null;
  /** Sealed letters can be written here; null while nobody may read them, or without the Commissioner's direction. */
  readonly letters: LettersHere | null;
}

export interface LettersHere {
  /** How many people can open a letter. */
  readonly readers: number;
  /** Somebody outside the prison reads what is of danger, too. */
  readonly duty: boolean;
  /** Six words of the first justice's key. */
  readonly phrase: string;
  /** `YYYY-MM-DD`. */
  readonly nextVisit: string | null;
}

/** A letter to the visiting justice; without a form he only asks to be seen. */
export interface LetterForm {
  readonly id: string;
  readonly form: ComplaintForm | null;
  readonly danger: boolean;
  readonly language: string;
}

export type LetterResult =
  | { readonly ok: true; readonly code: string }
  | {
      readonly ok: false;
      readonly problem: 'storage-full' | 'database-closed' | 'signed-out' | 'unexpected';
    };

export type FailureName = ProblemName | 'unreachable';

export interface Failure {
  readonly ok: false;
  readonly problem: FailureName;
  /** Seconds after which trying again makes sense, if the server said so. */
  readonly retryAfter: number | null;
}

export type Result<T = null> = { readonly ok: true; readonly value: T } | Failure;

/** Somebody signed in. The session itself stays inside the store: a screen cannot leak what it does not hold. */
export interface Person {
  readonly kind: 'person';
  readonly last: SignedIn['last'];
  readonly claims: SignedIn['claims'];
  readonly class: SignedIn['class'];
  readonly sex: SignedIn['sex'];
  /** Others reset his PIN: what is older stays closed for a while. */
  readonly reset: SignedIn['reset'];
}

/** Number and PIN that nobody has checked yet; both stay inside the store until they are sealed. */
export interface OfflinePerson {
  readonly kind: 'offline';
}

export type SignInResult =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: 'offline'; readonly person: OfflinePerson }
  /** `person`: a complaint can be made meanwhile, the way it is with the server gone. */
  | (Failure & { readonly person: OfflinePerson });

/** What the questions gathered. `id` was made when the form opened, so that two taps are one submission. */
export interface ComplaintForm extends Omit<SubmissionContent, 'version' | 'type'> {
  /** Milliseconds of the wall clock when the form opened. */
  readonly bornAt: number;
}

/** What came of an offer on a round. `id` was made when the question opened. */
export type OfferForm = Omit<OfferContent, 'version' | 'type' | 'madeAt'>;

export interface KeptReceipt {
  /** Eleven characters, unspaced. */
  readonly code: string;
  /** `YYYY-MM-DD`, computed here from the settings; null while they are not known. */
  readonly dueOn: string | null;
  readonly sequence: number;
}

/** Whether what is spoken can be kept. `no-place`: so much waits here that nothing more fits. */
export type RecordingStart =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: 'no-place' | 'storage-full' | 'database-closed' | 'not-enrolled' | 'unexpected';
    };

export type SendResult =
  | { readonly ok: true; readonly receipt: KeptReceipt }
  | {
      readonly ok: false;
      readonly problem: 'storage-full' | 'database-closed' | 'not-enrolled' | 'signed-out' | 'unexpected';
    };

/**
 * `witnessed`: it stands in a log that this kiosk cosigned. `unknown`: this kiosk cannot say, since it does not hold the
 * submission or cannot read its database.
 */
export type ReceiptState = 'kept-here' | 'received' | 'witnessed' | 'quarantined' | 'unknown';
