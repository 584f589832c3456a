import type { EarningsView } from '../../shared/earnings/view.ts';
import type { SentenceView } from '../../shared/sentence/view.ts';
import type { StageView } from '../../shared/stage/view.ts';
import type { CodeState, OwnSubmission } from '../../shared/submission/schema.ts';
import { type Draft, emptyDraft, isBegun } from '../screens/submission/draft.ts';
import { type KeptReceipt, newForm, type OfflinePerson, type Person, signOut } from '../store/index.ts';
import { forgetListening } from './listening.ts';
import { live } from './live.ts';
import { restart } from './navigator.ts';
import type { LetterWish, Place } from './places.ts';

export type Who = Person | OfflinePerson | 'nameless';

/** What the first screen says of how the last turn ended. */
export type Ending = 'not-sent' | 'signed-out';

/** The pages of his own record, once he looked at them. */
export interface OwnRecord {
  readonly sentence: SentenceView | null;
  readonly stage: StageView | null;
  readonly earnings: EarningsView | null;
}

/** Everything that belongs to the person at the screen. It is in this one place so that it can go at once. */
export interface Session extends OwnRecord {
  readonly who: Who | null;
  /** Signed in with a slip's PIN: he has still to choose his own. */
  readonly newcomer: OfflinePerson | null;
  readonly draft: Draft | null;
  /** The complaint is being sealed and kept: nobody can say yet that it was not sent. */
  readonly sending: boolean;
  readonly receipt: (KeptReceipt & { readonly id: string }) | null;
  /** The code of the letter that was just sealed. */
  readonly letterCode: string | null;
  readonly submissions: readonly OwnSubmission[] | null;
  /** What a typed receipt code showed. */
  readonly looked: { readonly code: string; readonly state: CodeState } | null;
  /** *Not me* was said. */
  readonly notMe: boolean;
  /** Claims answered in this session. */
  readonly answeredClaims: readonly string[];
}

const nobody: Session = {
  who: null,
  newcomer: null,
  draft: null,
  sending: false,
  receipt: null,
  letterCode: null,
  submissions: null,
  sentence: null,
  stage: null,
  earnings: null,
  looked: null,
  notMe: false,
  answeredClaims: [],
};

export const session = live<Session>(nobody);
export const ending = live<Ending | null>(null);

/** Changes part of the session. */
export function changeSession(patch: Partial<Session>): void {
  session.set({ ...session.get(), ...patch });
}

/** Opens a complaint for `who`, or a letter to the justice; the form gets its id here. */
export function openDraft(who: Who, letter: LetterWish | null = null): void {
  ending.set(null);
  changeSession({ who, draft: { ...emptyDraft(newForm()), letter } });
}

/** Whether anything of a person is on the machine now. */
export function isPrivate(current: Session): boolean {
  return (
    current.who !== null || current.newcomer !== null || current.draft !== null || current.looked !== null
  );
}

/** Whether a complaint was begun that going away would lose. */
export function isUnsent(current: Session): boolean {
  return isBegun(current.draft) && !current.sending;
}

/**
 * Ends the turn: everything personal leaves memory and, with the screens that are torn down, the page. Never
 * waits for the server, and may be called when nobody is there.
 */
export function leave(why: Ending | null = null, ...places: readonly Place[]): void {
  session.set(nobody);
  ending.set(why);
  forgetListening();
  restart(...places);
  void signOut();
}
