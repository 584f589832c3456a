import { readBuild } from './build.ts';
import { activated, downloaded, givenUp, keptBuilds, loaded, type Pointer, ran, ranOn } from './pointer.ts';
import type { Question, Status } from './protocol.ts';
import { download, forgetOthers, readPointer, writePointer } from './storage.ts';

let known: Pointer | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** One after the other: two downloads of the same build, or two moves of the pointer, would undo each other. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = turn.then(work);
  turn = result.catch(() => {});
  return result;
}

/** The pointer as last read; a worker that was stopped in between reads it again. */
export async function pointer(): Promise<Pointer> {
  known ??= await readPointer();
  return known;
}

async function move(change: (pointer: Pointer) => Pointer): Promise<Pointer> {
  const before = await readPointer();
  const after = change(before);
  if (after !== before) await writePointer(after);
  known = after;
  return after;
}

/** The server chooses: a new build goes to one kiosk first, and to all others once it has run well there. */
async function fetchNewest(kiosk: string | null): Promise<void> {
  const address = kiosk === null ? '/build.json' : `/build.json?kiosk=${encodeURIComponent(kiosk)}`;
  const response = await fetch(address, { cache: 'no-store', redirect: 'error' });
  const build = response.ok ? readBuild(await response.json()) : null;
  if (!build) throw new Error('/build.json lists no build');
  const { rejected } = await readPointer();
  if (build.id === rejected) return;
  await download(build);
  await move(before => downloaded(before, build.id));
}

/** At install: a worker without any build fetches one, or is not installed. */
export function ensureBuild(): Promise<void> {
  return inTurn(async () => {
    const { active } = await readPointer();
    if (active === null) await fetchNewest(null);
  });
}

/** Which build's page to show now. */
export function pageBuild(): Promise<string | null> {
  return inTurn(async () => (await move(loaded)).active);
}

async function act(question: Question): Promise<void> {
  if (question.type === 'check') await fetchNewest(question.kiosk ?? null);
  if (question.type === 'activate') await move(activated);
  if (question.type === 'recover') await move(givenUp);
  if (question.type === 'ran' || question.type === 'ran-on') {
    const { build } = question;
    const after = await move(before =>
      question.type === 'ran' ? ran(before, build) : ranOn(before, build, question.ms),
    );
    if (after.active === build && after.unproven === 0) await forgetOthers(keptBuilds(after));
  }
}

/** Does what a page asks and answers how things stand then. A failed check leaves everything as it was. */
export async function answer(question: Question): Promise<Status> {
  try {
    if (question.type !== 'status') await inTurn(() => act(question));
  } catch {
    // No new build today: the page asks again in a quarter of an hour.
  }
  const { active, ready, rejected } = await pointer();
  return { build: active, updateReady: ready !== null, rejected };
}
