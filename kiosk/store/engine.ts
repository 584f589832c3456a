import { recallContact } from '../sync/clock.ts';
import { watchContact } from '../sync/contact.ts';
import { catchUp, startLoop } from '../sync/loop.ts';
import { startUpdates } from '../worker/bridge.ts';
import { inPublic, onDatabasesOpen, openDatabases } from './databases.ts';
import { toFailure } from './failure.ts';
import { enrolWith, loadKiosk } from './kiosk.ts';
import { dropPrepared } from './prepared.ts';
import { readKept } from './public-database.ts';
import { dropForgotten } from './recording.ts';
import { restoreFromCopies } from './second-copy.ts';
import { currentStanding, setStanding } from './standing.ts';
import { changeState } from './state.ts';
import type { Result } from './types.ts';
import { watchDatabases } from './watch.ts';

/** Everything that is not needed before the first paint; `store/index.ts` loads it and passes calls on. */
export { applyUpdate } from '../worker/bridge.ts';
export { restartIfDue } from '../worker/nightly.ts';
export { exportQueue, lastExport } from './carry.ts';
export { contentPages, law, takeContent } from './content.ts';
export { findLetterAnswer, sendLetter } from './letter.ts';
export { keepOffer } from './offer.ts';
export { answerClaim, choosePin, notMe, signIn, signOut } from './prisoner.ts';
export { dropRecording, finishRecording, keepPiece, startRecording } from './recording.ts';
export {
  answerNotice,
  lookUpCode,
  openEarnings,
  openReply,
  openSentence,
  openStage,
  ownSubmissions,
  settle,
  settleByCode,
} from './reply.ts';
export { prepareToSend, receiptState, send } from './submission.ts';

let started = false;

async function askToPersist(): Promise<void> {
  try {
    changeState({ persisted: await navigator.storage.persist() });
  } catch {
    changeState({ persisted: false });
  }
}

/** A loopback address: only there a demonstration server takes a browser in without a code. */
function onThisMachine(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}

let refusedHere = false;

/** The server does not know this browser. A demonstration enrols it by itself; one refusal is an answer. */
async function enrolHere(): Promise<void> {
  // What was revoked stays so until somebody sets it up anew.
  if (refusedHere || !onThisMachine() || currentStanding() === 'revoked') return;
  const result = await enrolWith(null, 'handset');
  dropPrepared();
  if (result.ok) catchUp();
  else refusedHere = result.problem === 'demonstration-only' || result.problem === 'not-found';
}

/** What was kept is read before anything is asked over the network, so that a kiosk alone starts as fast. */
async function loadKept(): Promise<boolean> {
  recallContact(await inPublic(database => readKept(database, 'contact')));
  await watchContact(catchUp);
  // Without the second copies everything else still works: they must not stop the start.
  await restoreFromCopies().catch(() => 0);
  await dropForgotten().catch(() => {});
  return loadKiosk();
}

/**
 * Opens the databases, loads what is kept, registers the worker and starts to sync. Resolves once the phase is
 * known; whatever fails later shows in the state.
 */
export async function startEngine(): Promise<void> {
  if (started) return;
  started = true;
  let looping = false;
  onDatabasesOpen(databases => {
    watchDatabases(databases.outbox, databases.public);
    if (looping) loadKept().then(catchUp, () => {});
  });
  startUpdates();
  void askToPersist();
  if (await openDatabases()) await loadKept().catch(() => setStanding('none'));
  looping = true;
  startLoop(enrolHere);
}

/** Enrols with a one-time code; afterwards this kiosk can take submissions. */
export async function enrol(code: string, mode: 'handset' | 'speaker'): Promise<Result> {
  try {
    const result = await enrolWith(code, mode);
    // Sealed to keys of an enrolment that no longer counts.
    dropPrepared();
    if (result.ok) catchUp();
    return result;
  } catch (error) {
    return toFailure(error);
  }
}
