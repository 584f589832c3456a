import { readSealingKey, seal } from '../../shared/crypto/seal.ts';
import { recordingType } from '../../shared/recording/limits.ts';
import { partBytes, partContext, partDigest, partsDigest } from '../../shared/recording/parts.ts';
import type { Recording } from '../../shared/recording/schema.ts';
import { sign } from '../crypto/kiosk.ts';
import { inOutbox } from './databases.ts';
import { currentKeys } from './kiosk.ts';
import type { EnrolledKeys, KeptRecording } from './outbox-database.ts';
import { everyPartOf } from './outbox-database.ts';
import { liveState } from './state.ts';
import { StoreUnusable } from './store-trouble.ts';
import type { RecordingStart } from './types.ts';

/**
 * Bytes of recordings that a kiosk keeps at most. Where the browser promised nothing it keeps so few that a full disk
 * leaves them alone (docs/decisions/0011: six megabytes never went, ten did).
 */
const mostBytes = { persisted: 60_000_000, unpromised: 5_000_000 } as const;
/** What the longest recording needs. */
const neededBytes = 1_200_000;
/** What nobody sent by then was broken off by the power: nobody is at it any more. */
const forgottenMs = 10 * 60_000;

/** What is being spoken, until it belongs to an item that was sent. */
interface Speaking {
  readonly item: string;
  readonly id: string;
  readonly keys: EnrolledKeys;
  readonly digests: string[];
  /** Pieces are sealed and kept one after the other; what went wrong with one is told by `finish`. */
  last: Promise<void>;
}

let speaking: Speaking | null = null;

function bytesKept(recordings: readonly KeptRecording[]): number {
  return recordings.reduce((sum, { bytes }) => sum + bytes, 0);
}

function remove(ids: readonly string[]): Promise<void> {
  return inOutbox(outbox =>
    outbox.transaction('rw', outbox.recordings, outbox.parts, async () => {
      await outbox.recordings.bulkDelete([...ids]);
      for (const id of ids) await everyPartOf(outbox, id).delete();
    }),
  );
}

/** Whether one more fits. What the server has is let go for it, the oldest first; what it has not, never. */
async function hasPlace(): Promise<boolean> {
  const most = liveState().get().persisted ? mostBytes.persisted : mostBytes.unpromised;
  const all = await inOutbox(outbox => outbox.recordings.toArray());
  const received = all.filter(({ state }) => state === 'received').sort((a, b) => a.madeAt - b.madeAt);
  const going: KeptRecording[] = [];
  while (bytesKept(all) - bytesKept(going) + neededBytes > most) {
    const next = received[going.length];
    if (!next) return false;
    going.push(next);
  }
  if (going.length > 0) await remove(going.map(({ id }) => id));
  return true;
}

/** Begins a recording for a form; one that was not sent is dropped. Never throws. */
export async function startRecording(item: string): Promise<RecordingStart> {
  try {
    await dropRecording();
    const keys = await currentKeys();
    if (!keys) return { ok: false, problem: 'not-enrolled' };
    if (!(await hasPlace())) return { ok: false, problem: 'no-place' };
    const id = crypto.randomUUID();
    const kept: KeptRecording = {
      ...{ id, item, kiosk: keys.kiosk, state: 'draft', madeAt: Date.now() },
      ...{ parts: 0, bytes: 0, sent: 0, attempts: 0, nextTry: 0 },
    };
    await inOutbox(outbox => outbox.recordings.add(kept));
    speaking = { item, id, keys, digests: [], last: Promise.resolve() };
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: error instanceof StoreUnusable ? error.trouble : 'unexpected' };
  }
}

async function keep({ item, id, keys, digests }: Speaking, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const place = { item, recording: id, kiosk: keys.kiosk, position: digests.length };
  const key = await readSealingKey(keys.sealing.id, keys.sealing.publicKey);
  const sealed = await seal(key, 'recording', partContext(place), bytes);
  const digest = await partDigest(sealed);
  const signature = await sign(keys.signing, partBytes(place, digest));
  digests.push(digest);
  await inOutbox(outbox =>
    outbox.transaction('rw', outbox.recordings, outbox.parts, async () => {
      await outbox.parts.add({ recording: id, position: place.position, sealed, signature });
      await outbox.recordings
        .where('id')
        .equals(id)
        .modify(kept => {
          kept.parts += 1;
          kept.bytes += sealed.length;
        });
    }),
  );
}

/** Seals a piece as it comes and keeps it; in order, and before the next one is looked at. */
export function keepPiece(bytes: Uint8Array<ArrayBuffer>): void {
  const now = speaking;
  if (!now || bytes.length === 0) return;
  now.last = now.last.then(() => keep(now, bytes));
  // Told by `finishRecording`.
  now.last.catch(() => {});
}

/** What the form says of the recording, once every piece is on the disk; null if one is not, or nothing was said. */
export async function finishRecording(milliseconds: number): Promise<Recording | null> {
  const now = speaking;
  if (!now) return null;
  try {
    await now.last;
  } catch {
    return null;
  }
  if (now.digests.length === 0) return null;
  const digest = await partsDigest(now.digests);
  return {
    ...{ id: now.id, type: recordingType, parts: now.digests.length, digest },
    milliseconds: Math.max(1, Math.round(milliseconds)),
  };
}

/** It is being sent: whoever leaves now does not take it along. */
export function letGoOfRecording(id: string): void {
  if (speaking?.id === id) speaking = null;
}

/** Drops what was spoken and not sent: its person speaks again, or goes. */
export async function dropRecording(): Promise<void> {
  const now = speaking;
  speaking = null;
  if (!now) return;
  await now.last.catch(() => {});
  await remove([now.id]);
}

/** At start: drops what a power cut broke off. Nobody was told that it is kept. */
export async function dropForgotten(): Promise<void> {
  const drafts = await inOutbox(outbox => outbox.recordings.where('state').equals('draft').toArray());
  const old = drafts.filter(({ madeAt }) => Math.abs(Date.now() - madeAt) > forgottenMs);
  if (old.length > 0) await remove(old.map(({ id }) => id));
}
