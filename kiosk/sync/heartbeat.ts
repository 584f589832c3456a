import type { Heartbeat } from '../../shared/kiosk/schema.ts';
import { call } from '../api/client.ts';
import { ownKiosk } from '../api/session.ts';
import { isHeartbeat } from '../api/shapes.ts';
import { noteReported, unreportedExports } from '../store/carry.ts';
import { lastSequence, raiseCounter } from '../store/counter.ts';
import { inOutbox } from '../store/databases.ts';
import { noteRevoked } from '../store/kiosk.ts';
import { compareNights, keptNights } from '../store/letter-batch.ts';
import type { OutboxItem } from '../store/outbox-database.ts';
import { currentTrouble } from '../store/standing.ts';
import { changeState, liveState } from '../store/state.ts';
import { wipeReadable } from '../store/wipe.ts';
import { moment } from './clock.ts';
import { machineReport } from './machine.ts';
import { highestReceived, letGo, sendAgain } from './outbox.ts';
import { noteServerTime } from './server-time.ts';

const notLetIn = new Set<string>(['kiosk-unknown', 'kiosk-revoked']);

/** The server lists at most so many missing numbers. */
const missingListed = 100;

async function report(kiosk: string) {
  const { build, persisted, rejected, content } = liveState().get();
  const counts = await inOutbox(async outbox => ({
    sequence: await lastSequence(outbox, kiosk),
    waiting: await outbox.items
      .where('[state+sequence]')
      .between(['waiting', 0], ['waiting', Infinity])
      .count(),
    quarantined: await outbox.items
      .where('[state+sequence]')
      .between(['quarantined', 0], ['quarantined', Infinity])
      .count(),
  }));
  const exports = await unreportedExports();
  // Trays in trouble are no reason to be silent about everything else.
  const nights = await keptNights(kiosk).catch(() => null);
  return {
    ...moment(),
    ...counts,
    ...(exports.length === 0 ? {} : { exports }),
    ...(nights ? { nights } : {}),
    ...(await machineReport()),
    ...(rejected === null ? {} : { rejected }),
    ...(content === null ? {} : { content }),
    build: build || 'unknown',
    persisted: persisted === true,
  };
}

interface Again {
  /** How many items have to be sent once more. */
  readonly items: number;
  /** Whether trays of letters have to be. */
  readonly letters: boolean;
}

async function compareLetters(kiosk: string, { nights, time, timeConfirmed }: Heartbeat): Promise<boolean> {
  // A server of an earlier version does not say what it has of them.
  if (!nights) return false;
  const sure = timeConfirmed && nights.missing.length < missingListed;
  return compareNights(kiosk, { ...nights, time: sure ? Date.parse(time) : null }).catch(() => false);
}

/** What follows from what the server has of this kiosk. */
async function compare(kiosk: string, heard: Heartbeat, held: number): Promise<Again> {
  // The server knows a higher number than this kiosk: its counter was lost. The report above has told so.
  await raiseCounter(kiosk, heard.received);
  const again = await sendAgain(kiosk, heard.received, heard.missing, held);
  // By a clock that nobody has confirmed, thirty days could be over in a minute; and a list that is full may
  // leave out what is missing.
  const has = (item: OutboxItem) =>
    item.kiosk !== kiosk || (item.sequence <= heard.received && !heard.missing.includes(item.sequence));
  if (heard.timeConfirmed && heard.missing.length < missingListed) await letGo(Date.parse(heard.time), has);
  return { items: again, letters: await compareLetters(kiosk, heard) };
}

/**
 * Tells the server how this kiosk is and compares numbers with it. Gives back `again`, what has to be sent once more, and
 * `content`, the bundle of pages that counts there (an earlier server has none), or why it did not come through. Throws
 * StoreUnusable.
 */
export async function beat(
  kiosk: string,
): Promise<{ ok: true; again: Again; content: string | undefined } | { ok: false; problem: string }> {
  const held = await highestReceived(kiosk);
  const answer = await call('POST /api/kiosks/heartbeat', { body: await report(kiosk) });
  if (!answer.ok) {
    if (notLetIn.has(answer.problem)) await noteRevoked(true);
    // Only what was revoked in so many words: a server restored from a back-up may not know this kiosk yet.
    if (answer.problem === 'kiosk-revoked') await wipeReadable(kiosk);
    if (answer.problem === 'kiosk-too-old') changeState({ tooOld: true });
    return { ok: false, problem: answer.problem };
  }
  changeState({ tooOld: false });
  if (!isHeartbeat(answer.value)) return { ok: false, problem: 'unreachable' };
  await noteServerTime(answer.value.time);
  // A server of an earlier version knows of no exports.
  await noteReported(answer.value.exports ?? []);
  await noteRevoked(false);
  return {
    ok: true,
    again: await compare(kiosk, answer.value, held),
    content: answer.value.content,
  };
}

/**
 * Tells the server that the store cannot be used, as long as this page still knows which kiosk it is: a kiosk that
 * takes nothing must not look like one that is switched off. Counts are those that were known last.
 */
export async function beatInTrouble(): Promise<void> {
  const trouble = currentTrouble();
  if (!trouble || ownKiosk() === null) return;
  const { build, persisted, waiting, quarantined } = liveState().get();
  await call('POST /api/kiosks/heartbeat', {
    body: {
      ...moment(),
      sequence: 0,
      waiting,
      quarantined,
      build: build || 'unknown',
      persisted: persisted === true,
      trouble,
    },
  });
}
