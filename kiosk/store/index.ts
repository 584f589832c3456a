/**
 * The only door from the screens to everything that is kept, sent or fetched.
 *
 * Where this differs from what the screens were first told:
 * - `signIn` gives somebody unchecked (`person`) with every refusal too, so that a complaint can be made
 *   although the PIN was wrong or has to wait; number and PIN travel sealed, as with the server gone.
 * - `send` has no `double-tap`: the same form again gets the same receipt. It can answer `signed-out`
 *   (that person was signed out meanwhile) and `unexpected`.
 * - `receiptState` can answer `unknown`: not held here (let go after thirty days), or not readable now.
 * - Failures are `{ ok: false, problem, retryAfter }`, `retryAfter` in seconds or null; success of a call
 *   without a result is `{ ok: true, value: null }`.
 *
 * Databases, sealing and sync are one piece that is loaded after the first paint, by `start()`.
 */
import type { EarningsView } from '../../shared/earnings/view.ts';
import type { Law } from '../../shared/law/schema.ts';
import type { Phrase } from '../../shared/letter/kinds.ts';
import type { Recording } from '../../shared/recording/schema.ts';
import type { SentenceView } from '../../shared/sentence/view.ts';
import type { StageView } from '../../shared/stage/view.ts';
import type { CodeState, OwnSubmission } from '../../shared/submission/schema.ts';
import { markStarted } from '../app/started.ts';
import { uuidv7 } from '../crypto/uuid.ts';
import type { ExportResult, LastExport } from './carry.ts';
import type { ContentPages } from './content.ts';
import { changeState } from './state.ts';
import type {
  ComplaintForm,
  LetterForm,
  LetterResult,
  OfferForm,
  OfflinePerson,
  Person,
  ReceiptState,
  RecordingStart,
  Result,
  SendResult,
  SignInResult,
} from './types.ts';

export type { ExportResult, LastExport } from './carry.ts';
export type { ContentPages } from './content.ts';
export { liveState } from './state.ts';
export type * from './types.ts';

type Engine = typeof import('./engine.ts');

const retryMs = 5_000;
const notLoaded = { ok: false, problem: 'unexpected', retryAfter: null } as const;

/** Runs a call in the engine; `otherwise` is the answer when the engine cannot be loaded or fails inside. */
async function inEngine<T>(run: (engine: Engine) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await run(await import('./engine.ts'));
  } catch {
    return otherwise;
  }
}

/**
 * Starts everything behind the screens. Resolves when the phase is known. On an origin that is not secure
 * nothing starts: neither sealing nor a service worker would work there.
 */
export async function start(): Promise<void> {
  if (!globalThis.isSecureContext) {
    changeState({ phase: 'insecure' });
    markStarted();
    return;
  }
  for (;;) {
    const loaded = await inEngine(engine => engine.startEngine().then(() => true), false);
    if (loaded) return;
    await new Promise(resolve => setTimeout(resolve, retryMs));
  }
}

/** Sets this kiosk up with a one-time code. */
export function enrol(code: string, mode: 'handset' | 'speaker'): Promise<Result> {
  return inEngine(engine => engine.enrol(code, mode), notLoaded);
}

/** Prison number and PIN; `ok: 'offline'` when the server could not be asked. */
export function signIn(number: string, pin: string): Promise<SignInResult> {
  // An answer without a person would leave a screen with nobody to send for: this one failure is let through.
  return import('./engine.ts').then(engine => engine.signIn(number, pin));
}

/** Drops everything personal from memory. Can be called any number of times, signed in or not. */
export function signOut(): Promise<void> {
  return inEngine(async engine => engine.signOut(), undefined);
}

/** The id of a submission is made when its form opens: two taps, two tabs, two tries are one submission. */
export function newForm(): { id: string; bornAt: number } {
  const bornAt = Date.now();
  return { id: uuidv7(bornAt), bornAt };
}

/** A complaint is read once more before it is sent: seals it meanwhile, in memory alone. */
export function prepareToSend(form: ComplaintForm, who: Person | OfflinePerson | 'nameless'): void {
  void inEngine(async engine => engine.prepareToSend(form, who), undefined);
}

/** Seals and keeps a complaint. `ok` means: on the disk, read back, under a number. */
export function send(form: ComplaintForm, who: Person | OfflinePerson | 'nameless'): Promise<SendResult> {
  return inEngine(engine => engine.send(form, who), { ok: false, problem: 'unexpected' });
}

/** Begins to keep what is spoken for the form with this id; an earlier recording that was not sent is dropped. */
export function startRecording(item: string): Promise<RecordingStart> {
  return inEngine(engine => engine.startRecording(item), { ok: false, problem: 'unexpected' });
}

/** One piece of what is spoken, as it comes: sealed, and kept on the disk. */
export function keepPiece(bytes: Uint8Array<ArrayBuffer>): void {
  void inEngine(async engine => engine.keepPiece(bytes), undefined);
}

/** What the form says of what was spoken; null if not all of it could be kept. */
export function finishRecording(milliseconds: number): Promise<Recording | null> {
  return inEngine(engine => engine.finishRecording(milliseconds), null);
}

/** Drops what was spoken and not sent. */
export function dropRecording(): Promise<void> {
  return inEngine(engine => engine.dropRecording(), undefined);
}

/** Seals and keeps what came of an offer on a round, in the same outbox. */
export function keepOffer(form: OfferForm): Promise<SendResult> {
  return inEngine(engine => engine.keepOffer(form), { ok: false, problem: 'unexpected' });
}

/** Seals a letter to the visiting justice and lays it in the night's tray. `ok` means: on the disk. */
export function sendLetter(
  letter: LetterForm,
  who: Person | OfflinePerson | 'nameless',
): Promise<LetterResult> {
  return inEngine(engine => engine.sendLetter(letter, who), { ok: false, problem: 'unexpected' });
}

/** The justice's answer to the letter with this code, found among all that lie here; null if there is none. */
export function findLetterAnswer(code: string): Promise<Phrase | null> {
  return inEngine(engine => engine.findLetterAnswer(code), null);
}

/** Where a submission is now, read from the disk. */
export function receiptState(id: string): Promise<ReceiptState> {
  return inEngine(engine => engine.receiptState(id), 'unknown');
}

/** Somebody's own submissions, newest first: from the server, in memory only. */
export function ownSubmissions(person: Person): Promise<Result<OwnSubmission[]>> {
  return inEngine(engine => engine.ownSubmissions(person), notLoaded);
}

/** The reply is open on the screen: it is delivered. */
export function openReply(person: Person, id: string): Promise<Result<OwnSubmission>> {
  return inEngine(engine => engine.openReply(person, id), notLoaded);
}

/** *Settled* or *not settled*. */
export function settle(person: Person, id: string, settled: boolean): Promise<Result<OwnSubmission>> {
  return inEngine(engine => engine.settle(person, id, settled), notLoaded);
}

/** His own sentence and dates; what he is shown is kept at the server. */
export function openSentence(person: Person): Promise<Result<SentenceView>> {
  return inEngine(engine => engine.openSentence(person), notLoaded);
}

/** His own stage, the ladder and what each rung brings. */
export function openStage(person: Person): Promise<Result<StageView>> {
  return inEngine(engine => engine.openStage(person), notLoaded);
}

/** His own earnings as sums. */
export function openEarnings(person: Person): Promise<Result<EarningsView>> {
  return inEngine(engine => engine.openEarnings(person), notLoaded);
}

/** A forfeiture was opened, heard, or is not agreed with. */
export function answerNotice(
  person: Person,
  id: string,
  answer: 'opened' | 'heard' | 'disagree',
): Promise<Result> {
  return inEngine(engine => engine.answerNotice(person, id, answer), notLoaded);
}

/** "Was this you?" *Yes* needs the receipt code. */
export function answerClaim(
  person: Person,
  id: string,
  answer: { readonly mine: true; readonly code: string } | { readonly mine: false },
): Promise<Result> {
  return inEngine(engine => engine.answerClaim(person, id, answer), notLoaded);
}

/** A PIN of his own in place of the slip's, which he just signed in with; then he is in. */
export function choosePin(newcomer: OfflinePerson, chosen: string): Promise<Result<Person>> {
  return inEngine(engine => engine.choosePin(newcomer, chosen), notLoaded);
}

/** The last sign-in with this number was somebody else's. */
export function notMe(person: Person, signInId: string): Promise<Result> {
  return inEngine(engine => engine.notMe(person, signInId), notLoaded);
}

/** What a receipt code shows; spaces, dashes and look-alikes as they were typed. */
export function lookUpCode(code: string): Promise<Result<CodeState>> {
  return inEngine(engine => engine.lookUpCode(code), notLoaded);
}

/** *Settled* or *not settled* by the code of a nameless submission. */
export function settleByCode(code: string, settled: boolean): Promise<Result<CodeState>> {
  return inEngine(engine => engine.settleByCode(code, settled), notLoaded);
}

/** Everything without a receipt, sealed and signed as one text for a stick. Needs the device PIN. */
export function exportQueue(pin: string): Promise<ExportResult> {
  return inEngine(engine => engine.exportQueue(pin), { ok: false, problem: 'unexpected' });
}

/** The last export to a stick, and how much of it has no receipt here yet; null if there was none. */
export function lastExport(): Promise<LastExport | null> {
  return inEngine(engine => engine.lastExport(), null);
}

/** The law's words as last fetched; null while none are here. */
export function law(): Promise<Law | null> {
  return inEngine(engine => engine.law(), null);
}

/** The reading pages that count today, by language and page, as the server gave them; empty before it did. */
export function contentPages(today: string): Promise<ContentPages> {
  return inEngine(engine => engine.contentPages(today), new Map());
}

/** Shows the pages that came and wait. Only the first screen calls it, so that nobody's page changes under his eyes. */
export function takeContent(): Promise<void> {
  return inEngine(engine => engine.takeContent(), undefined);
}

/**
 * Switches to the build that waits and loads the page anew; false if none waits. Only the first screen calls
 * it, when nobody uses the kiosk.
 */
export function applyUpdate(): Promise<boolean> {
  return inEngine(engine => engine.applyUpdate(), false);
}

/**
 * Loads the page anew if the prison's night has come and it has been up for long; false if not. Only the first screen
 * calls it, when nobody uses the kiosk.
 */
export function restartIfDue(): Promise<boolean> {
  return inEngine(engine => engine.restartIfDue(), false);
}
