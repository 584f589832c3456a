import { messageSW, Workbox } from 'workbox-window';
import { ownKiosk } from '../api/session.ts';
import { markStarted } from '../app/started.ts';
import { trustedPath } from '../app/trusted-path.ts';
import { changeState, liveState } from '../store/state.ts';
import type { Question, Status } from './protocol.ts';

/** The page's side of the worker: its one door. */
const checkEveryMs = 15 * 60_000;
/** As long as there is no worker, because its first download broke off. */
const installEveryMs = 60_000;
/** A download over a slow line may take long; everything else is answered from the worker's memory. */
const downloadMs = 5 * 60_000;
const answerMs = 5_000;
/** The store says which kiosk this is; one that cannot be opened holds up no update. */
const standingMs = 30_000;

function isStatus(value: unknown): value is Status {
  if (typeof value !== 'object' || value === null) return false;
  const { build, updateReady, rejected } = value as Record<string, unknown>;
  const isId = (id: unknown) => typeof id === 'string' || id === null;
  // A worker of an older build says nothing of what it rejected.
  return isId(build) && isId(rejected ?? null) && typeof updateReady === 'boolean';
}

/** Asks the worker; null if there is none yet or it does not answer in time. */
async function ask(question: Question, timeout: number): Promise<Status | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  const worker = navigator.serviceWorker.controller ?? registration?.active;
  if (!worker) return null;
  const late = new Promise<null>(resolve => setTimeout(() => resolve(null), timeout));
  const answer: unknown = await Promise.race([messageSW(worker, question), late]);
  return isStatus(answer) ? answer : null;
}

function note(status: Status): void {
  changeState({ updateReady: status.updateReady, rejected: status.rejected ?? null });
}

/** Resolves once the store says what this kiosk is, or after a while without it. */
function standingKnown(): Promise<void> {
  return new Promise(resolve => {
    const stop = liveState().subscribe(({ phase }) => phase !== 'starting' && settle());
    const timer = setTimeout(settle, standingMs);
    function settle(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
    if (liveState().get().phase !== 'starting') settle();
  });
}

/**
 * Notes which build runs, and tells the worker that it does. One whose store does not open has not shown that it
 * runs: should the database be at fault that a new build has changed, the one before comes back.
 */
async function introduce(): Promise<void> {
  const status = await ask({ type: 'status' }, answerMs);
  if (!status?.build) return;
  changeState({ build: status.build });
  note(status);
  await standingKnown();
  if (liveState().get().phase === 'database-closed') return;
  await ask({ type: 'ran', build: status.build }, answerMs);
  runsSince ??= performance.now();
}

/** The build that the worker shows now; null where there is no worker, or no build in it. */
export async function shownBuild(): Promise<string | null> {
  return (await ask({ type: 'status' }, answerMs))?.build ?? null;
}

let runsSince: number | null = null;

/** Tells the worker how much longer this build has run, so that the ones before it may go after a day. */
async function tellRunning(): Promise<void> {
  const { build } = liveState().get();
  if (runsSince === null || build === '') return;
  const now = performance.now();
  const ms = Math.round(now - runsSince);
  runsSince = now;
  await ask({ type: 'ran-on', build, ms }, answerMs);
}

/** Registers the worker: at start, and again should the browser have thrown it away with the rest of its storage. */
async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const known = await navigator.serviceWorker.getRegistration('/');
  if (known) return known;
  // A module needs no bundle of its own kind, and the browser's cache must never answer for the worker.
  const options = { type: 'module', updateViaCache: 'none' } as const;
  return new Workbox(trustedPath('sauti-worker', '/sw.js'), options).register({ immediate: true });
}

/** Looks for a new worker and a new build. With the server gone both questions fail, and are asked again. */
async function check(): Promise<void> {
  const registered = await registration();
  await registered?.update().catch(() => {});
  await tellRunning();
  await standingKnown();
  const status = await ask({ type: 'check', kiosk: ownKiosk() }, downloadMs);
  if (status) note(status);
}

function checkAgainAndAgain(): void {
  check()
    .catch(() => {})
    .finally(() =>
      setTimeout(checkAgainAndAgain, navigator.serviceWorker.controller ? checkEveryMs : installEveryMs),
    );
}

/** Registers the worker and looks for new builds from then on: a page that is never reloaded has to ask itself. */
export function startUpdates(): void {
  markStarted();
  // While the product is being worked on, the page comes from the development server, which has no builds.
  if (import.meta.env.DEV) return;
  // Without a worker the kiosk still works as long as the server does.
  checkAgainAndAgain();
  // Not after the registration: a worker that is here already tells its build with the server gone too.
  navigator.serviceWorker.ready.then(introduce).catch(() => {});
}

/**
 * Switches to the build that waits and loads the page anew. False if none waits, or if the worker could not
 * switch: loading the same build again and again would help nobody. A worker that does not answer at all is
 * no reason to stay, so that no way ends in a page that is never loaded anew.
 */
export async function applyUpdate(): Promise<boolean> {
  const { updateReady, build } = liveState().get();
  if (!updateReady) return false;
  changeState({ updateReady: false });
  const status = await ask({ type: 'activate' }, answerMs);
  if (status?.build === build) return false;
  location.reload();
  return true;
}
