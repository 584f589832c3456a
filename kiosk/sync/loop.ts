import { currentKeys, noteRevoked } from '../store/kiosk.ts';
import type { EnrolledKeys } from '../store/outbox-database.ts';
import { changeState, liveState } from '../store/state.ts';
import { StoreUnusable } from '../store/store-trouble.ts';
import { failuresAfter, jittered, retryDelay } from './back-off.ts';
import { clockIsWrong } from './clock.ts';
import { refreshContent } from './content.ts';
import { beat, beatInTrouble } from './heartbeat.ts';
import { letterRound } from './letter.ts';
import { untilNextTry } from './outbox.ts';
import { type PushRound, push } from './push.ts';
import { pushRecordings } from './recording.ts';
import { askServer, refreshLaw, refreshSettings } from './refresh.ts';
import { watchLog } from './witness.ts';

const beatEveryMs = 60_000;
const settingsEveryMs = 15 * 60_000;
const lawEveryMs = 60 * 60_000;
/** Every kiosk of a prison cosigns; more often would only fill the log's tables. */
const witnessEveryMs = 15 * 60_000;
const lettersEveryMs = 15 * 60_000;
/** Another tab is pushing: it will most likely take ours along. */
const lockTakenMs = 3_000;

/** Times of the monotonic clock; a due time of 0 is now. */
const due = { beat: 0, settings: 0, law: 0, push: 0, witness: 0, letters: 0 };
let failures = 0;
/** The next round forgets the waits of single items: after a start, and when the server is back. */
let everything = true;
let timer: ReturnType<typeof setTimeout> | null = null;
let running = false;
let wanted = false;
let whenUnknown: () => Promise<void> = async () => {};

function isDue(what: keyof typeof due): boolean {
  return performance.now() >= due[what];
}

function again(what: keyof typeof due, ms: number): void {
  due[what] = performance.now() + ms;
}

function sooner(what: keyof typeof due, ms: number): void {
  due[what] = Math.min(due[what], performance.now() + ms);
}

/** When to push next. Whatever asked for a push while the round ran has put 0 there, and 0 stays. */
async function planPush({ delivered, ended, retryAfter }: PushRound): Promise<void> {
  if (ended === 'lock-taken') return sooner('push', lockTakenMs);
  failures = failuresAfter(failures, delivered, ended);
  if (ended === null) {
    const wait = await untilNextTry();
    if (wait !== null) sooner('push', wait);
    return;
  }
  sooner('push', retryDelay(failures, retryAfter));
}

/** Pushes what is due. Gives back whether something arrived and whether the server can be reached at all. */
async function pushRound(current: string | undefined): Promise<{ delivered: number; reachable: boolean }> {
  const all = everything;
  everything = false;
  due.push = Number.POSITIVE_INFINITY;
  const round = await push(all);
  if (round.ended === 'unreachable' || round.ended === 'lock-taken') everything ||= all;
  await planPush(round);
  if (round.ended === null) {
    const wait = await pushRecordings(all);
    if (wait !== null) sooner('push', wait);
  }
  if (current && round.stopped.has(current)) await noteRevoked(true);
  return { delivered: round.delivered, reachable: round.ended !== 'unreachable' };
}

/** Heartbeat, and with it the settings; for a browser that is not enrolled, only whether the server is there. */
async function beatRound(kiosk: string | undefined): Promise<void> {
  again('beat', jittered(beatEveryMs));
  if (!kiosk) {
    await askServer();
    await whenUnknown();
    return;
  }
  const beaten = await beat(kiosk);
  if (beaten.ok && beaten.again.items > 0) due.push = 0;
  // What a revoked kiosk closed before its key went is sent at once, as what the server lost is.
  if (beaten.ok ? beaten.again.letters : beaten.problem === 'kiosk-revoked') due.letters = 0;
  if (!beaten.ok && beaten.problem === 'kiosk-unknown') await whenUnknown();
  if (beaten.ok && isDue('settings')) {
    again('settings', jittered(settingsEveryMs));
    if (!(await refreshSettings())) due.settings = 0;
  }
  if (beaten.ok) await refreshContent(beaten.content);
  const keys = beaten.ok ? await currentKeys() : undefined;
  if (keys && isDue('witness')) {
    again('witness', jittered(witnessEveryMs));
    await witness(keys);
  }
}

/** Looks at the log, and for the proofs of what stands in it; what checks them is loaded only then. */
async function witness(keys: EnrolledKeys): Promise<void> {
  const log = await watchLog(keys);
  if (!log) return;
  const { fetchProofs } = await import('./proofs.ts');
  await fetchProofs(keys, log);
}

async function tick(): Promise<void> {
  changeState({ clockWrong: clockIsWrong() });
  const kiosk = (await currentKeys())?.kiosk;
  const pushed = isDue('push') ? await pushRound(kiosk) : { delivered: 0, reachable: true };
  // A dead line is asked once per round, not once per question: each would wait for its own time limit.
  if (pushed.reachable && (pushed.delivered > 0 || isDue('beat'))) await beatRound(kiosk);
  else if (isDue('beat')) again('beat', jittered(beatEveryMs));
  const reached = liveState().get().online === true;
  if (isDue('letters')) {
    again('letters', jittered(lettersEveryMs));
    await letterRound(await currentKeys(), reached);
  }
  if (isDue('law') && reached) {
    again('law', jittered(lawEveryMs));
    if (!(await refreshLaw())) again('law', jittered(beatEveryMs));
  }
}

async function run(): Promise<void> {
  if (running) {
    wanted = true;
    return;
  }
  running = true;
  if (timer !== null) clearTimeout(timer);
  try {
    await tick();
  } catch (error) {
    // The store has told the phase and opens itself again; whatever else failed must not end the loop.
    failures += 1;
    again('push', error instanceof StoreUnusable ? beatEveryMs : retryDelay(failures, null));
    again('beat', beatEveryMs);
    if (error instanceof StoreUnusable) await beatInTrouble().catch(() => {});
  } finally {
    running = false;
    const next = wanted ? 0 : Math.min(due.push, due.beat) - performance.now();
    wanted = false;
    timer = setTimeout(() => void run(), Math.max(0, Math.min(next, beatEveryMs)));
  }
}

/** Something new waits: push at once. */
export function pushSoon(): void {
  due.push = 0;
  void run();
}

/** The server answers again, or the databases are open again: try all that waits, ask for all that may be stale. */
export function catchUp(): void {
  everything = true;
  due.push = 0;
  due.beat = 0;
  due.settings = 0;
  due.witness = 0;
  due.letters = 0;
  due.law = 0;
  void run();
}

/** Starts the loop. `unknown` runs when the server does not know this browser, at most once a minute. */
export function startLoop(unknown: () => Promise<void>): void {
  whenUnknown = unknown;
  // The browser's idea of being online is only a hint to ask sooner.
  addEventListener('online', () => catchUp());
  catchUp();
}
