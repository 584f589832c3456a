import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openServer } from '../../../server/server.ts';
import { sample, until } from '../harness/chance.ts';
import { isReceiptFor, type Sent, sentOf } from '../harness/held.ts';
import { inspect } from '../harness/inspect.ts';
import { configOf, copyOf, type Place, settingsOf, sqlitePlace } from '../harness/place.ts';
import { Poster } from '../harness/post.ts';
import { found, type Prison } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import {
  attach,
  type Call,
  callsIn,
  detached,
  type Fate,
  straced,
  straceHindrance,
  wasInjected,
} from '../harness/strace.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';

/** Long enough for whatever a server does, on a busy machine. */
const waitMs = 90_000;
/** What `server/main.ts` ends with when its store can no longer be believed. */
const endedForFailure = 70;
const changing: ReadonlySet<string> = new Set(['write', 'pwrite64', 'fsync', 'fdatasync']);
const traceOf = (place: Place) => join(place.dataDir, 'trace');

/** How many items the queue has opened; each is a second transaction that the intake brings about. */
function openedCount(place: Place): number {
  const database = new DatabaseSync(join(place.dataDir, 'sauti.sqlite'), { readOnly: true });
  try {
    return Number(database.prepare("select count(*) as n from intake where state = 'opened'").get()?.n);
  } finally {
    database.close();
  }
}

/** Posts one item to a running server, and waits until it is opened or the server is gone. */
async function take(server: ServerProcess, place: Place, prison: Prison, sent: Sent): Promise<void> {
  const poster = new Poster(1);
  try {
    const { status, body } = await poster.post(server.port, '/api/intake', sent.body);
    if (status === 200 && isReceiptFor(sent, body, prison.receiptsKey.publicKey)) sent.receipt = body;
    await until('it is opened, or the server is gone', () => server.over || openedCount(place) > 0, waitMs);
  } catch {
    // The server went away before it answered: nothing is acknowledged.
  } finally {
    poster.close();
  }
}

/** Lets it end as an administrator would: the log is folded into the file, and all of them are closed. */
async function end(server: ServerProcess): Promise<void> {
  if (!server.over) process.kill(server.pid, 'SIGTERM');
  if (!(await server.endsWithin(waitMs))) await server.stop('SIGKILL');
}

/** After everything: the store opens, takes the item (again), opens it, closes, and is whole. */
async function goOn(place: Place, prison: Prison, sent: Sent, run: Run): Promise<Tally> {
  const trouble: unknown[] = [];
  const server = await openServer(configOf(place), { onTrouble: error => trouble.push(error) });
  const answer = await server.app.inject({ method: 'POST', url: '/api/intake', payload: sent.item });
  await server.work.settle();
  await server.close();
  const same = sent.receipt === null || sent.receipt === answer.body;
  const taken = answer.statusCode === 200 && isReceiptFor(sent, answer.body, prison.receiptsKey.publicKey);
  if (!taken || !same || trouble.length > 0)
    run.note(
      `afterwards the server answered ${answer.statusCode} (${same ? 'the same' : 'another'} receipt); ${trouble.join('; ')}`,
    );
  const acknowledged = sent.receipt === null ? 0 : 1;
  sent.receipt ??= answer.body;
  const found = await inspect(place, prison, [sent], run);
  return {
    tries: 1,
    ...found,
    acknowledged,
    damaged: found.damaged + (taken && same && trouble.length === 0 ? 0 : 1),
  };
}

type Settings = Readonly<Record<string, string>>;

interface Intake {
  readonly base: Place;
  readonly prison: Prison;
  /** Every call of an intake and of the server's end. */
  readonly calls: readonly Call[];
  /** How many of a kind were made before the end began. */
  readonly before: ReadonlyMap<string, number>;
  /** More settings of the server: what is planted in it. */
  readonly settings: Settings;
}

const nextItem = async ({ kiosks: [kiosk] }: Prison): Promise<Sent> => {
  if (!kiosk) throw new Error('the prison has no kiosk');
  return sentOf(await kiosk.nextItem());
};

/** Follows one intake in which nothing fails, to learn which calls there are. */
async function learnIntake(base: Place, prison: Prison, settings: Settings): Promise<Intake> {
  const place = await copyOf(base);
  try {
    const server = await ServerProcess.startWell(settingsOf(place, settings));
    const strace = await attach(server.pid, place, traceOf(place), null, null);
    await take(server, place, prison, await nextItem(prison));
    const before = new Map(callsIn(traceOf(place)).map(({ syscall, n }) => [syscall, Number(n)]));
    await end(server);
    await detached(strace);
    return { base, prison, calls: callsIn(traceOf(place)), before, settings };
  } finally {
    await place.remove();
  }
}

/** One intake in which one call meets its fate. Nothing if no thread made that call this time. */
async function tryIntake(intake: Intake, call: Call, fate: Fate, run: Run): Promise<Tally> {
  const { base, prison, before, settings } = intake;
  const place = await copyOf(base);
  try {
    const sent = await nextItem(prison);
    const server = await ServerProcess.startWell(settingsOf(place, settings));
    const strace = await attach(server.pid, place, traceOf(place), call, fate);
    await take(server, place, prison, sent);
    await end(server);
    await detached(strace);
    if (!wasInjected(traceOf(place))) return nothing;
    // After a write or flush that failed the kernel may have dropped the pages: the process must end by itself.
    const mustEnd =
      fate === 'error=EIO' && changing.has(call.syscall) && Number(call.n) <= (before.get(call.syscall) ?? 0);
    const wentOn = mustEnd && server.exitCode !== endedForFailure;
    if (wentOn) run.note(`after ${call.syscall} ${call.n} failed the server ended with ${server.exitCode}`);
    return sum(await goOn(place, prison, sent, run), { damaged: wentOn ? 1 : 0 });
  } finally {
    await place.remove();
  }
}

/** Follows a first start: keys are made, then the database. */
async function learnStart(): Promise<Call[]> {
  const place = await sqlitePlace();
  try {
    const server = await ServerProcess.start(settingsOf(place), straced(place, traceOf(place), null, null));
    await server.stop('SIGTERM');
    return callsIn(traceOf(place));
  } finally {
    await place.remove();
  }
}

/** A first start in which one call meets its fate; the next one must go on as if nothing had been. */
async function tryStart(call: Call, fate: Fate, run: Run): Promise<Tally> {
  const place = await sqlitePlace();
  try {
    const server = await ServerProcess.start(settingsOf(place), straced(place, traceOf(place), call, fate));
    await server.stop('SIGTERM');
    if (!wasInjected(traceOf(place))) return nothing;
    const prison = await found(place, 1);
    return await goOn(place, prison, await nextItem(prison), run);
  } finally {
    await place.remove();
  }
}

/** Each call once; in the short form some of each kind. */
function chosen(calls: readonly Call[], perKind: number, run: Run): Call[] {
  if (run.long) return [...calls];
  return [...Map.groupBy(calls, call => call.syscall).values()].flatMap(kind => sample(kind, perKind));
}

/** Every call of an intake and of a first start; with something planted in the server only two of an intake. */
export async function everyCall(run: Run, fate: Fate, planted: Settings | null = null): Promise<Tally> {
  const base = await sqlitePlace();
  let total = nothing;
  try {
    const intake = await learnIntake(base, await found(base, 1), planted ?? {});
    // A receipt for what no flush made durable would outlive a kill, and not a power cut.
    const flushed = (intake.before.get('fdatasync') ?? 0) + (intake.before.get('fsync') ?? 0) > 0;
    if (!flushed) run.note('an intake was receipted and nothing of it flushed');
    total = { ...nothing, damaged: flushed ? 0 : 1 };
    const atStart = planted ? [] : chosen(await learnStart(), 1, run);
    const atIntake = chosen(intake.calls, 2, planted ? { ...run, long: false } : run);
    const tries = [
      ...atIntake.map(call => () => tryIntake(intake, call, fate, run)),
      ...atStart.map(call => () => tryStart(call, fate, run)),
    ];
    const most = planted ? 2 : tries.length;
    for (const count of run.tries(most, most)) total = sum(total, (await tries[count]?.()) ?? nothing);
    return total;
  } finally {
    await base.remove();
  }
}

export const syscallFails: FaultClass = {
  fault: 'syscall-fails',
  what: 'Each write, flush, rename, truncation, removal and close of an intake, of the server’s end and of a first start, on the files of the database and the keys, fails once with EIO (strace).',
  hindrance: straceHindrance,
  run: run => everyCall(run, 'error=EIO'),
};

export const syscallKills: FaultClass = {
  fault: 'syscall-kills',
  what: 'The server killed (SIGKILL) at each of the same calls (strace).',
  hindrance: straceHindrance,
  run: run => everyCall(run, 'signal=SIGKILL'),
};
