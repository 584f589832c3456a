import { isLogOf } from '../../shared/log/checkpoint.ts';
import { cosignedMessage } from '../../shared/log/cosignature.ts';
import type { VerifierKey } from '../../shared/log/note.ts';
import { sha256Slow } from '../../shared/log/sha256.ts';
import { type Finding, judge } from '../../shared/log/witness.ts';
import { call } from '../api/client.ts';
import { isWitnessReply } from '../api/shapes.ts';
import { sign } from '../crypto/kiosk.ts';
import { readLogKey } from '../crypto/witness.ts';
import { inPublic } from '../store/databases.ts';
import type { EnrolledKeys } from '../store/outbox-database.ts';
import { readKept, type Witnessed, writeKept } from '../store/public-database.ts';
import { bestTime } from './clock.ts';

const saidForMs = 30 * 24 * 60 * 60_000;

/**
 * An alarm goes when the log agrees again with all that was seen; that a log was begun anew is said for thirty
 * days, because whoever has the server's keys could also begin one.
 */
function stillSaid(alarm: Witnessed['alarm'], now: number): Witnessed['alarm'] {
  return alarm?.kind === 'begun-anew' && now - Date.parse(alarm.since) < saidForMs ? alarm : null;
}

/** What is kept after a finding, at `now` (epoch milliseconds). */
export function keptAfter(before: Witnessed, found: Finding, now: number): Witnessed {
  const since = new Date(now).toISOString();
  switch (found.kind) {
    case 'grown':
      return { held: found.held, alarm: stillSaid(before.alarm, now) };
    case 'same':
      return { ...before, alarm: stillSaid(before.alarm, now) };
    case 'begun-anew':
      return { held: found.held, alarm: { kind: 'begun-anew', since } };
    case 'rewritten':
      return before.alarm?.kind === 'rewritten' ? before : { ...before, alarm: { kind: 'rewritten', since } };
    default:
      return before;
  }
}

async function sendCosignature(
  keys: EnrolledKeys,
  cosigned: { readonly epoch: number; readonly size: number; readonly text: string },
): Promise<void> {
  const seconds = Math.floor(bestTime() / 1000);
  const signature = await sign(keys.signing, cosignedMessage(cosigned.text, seconds));
  const { epoch, size } = cosigned;
  // One that does not arrive is made up for by the next: nothing waits for it.
  await call('POST /api/kiosks/log/cosign', { body: { epoch, size, seconds, signature } });
}

/**
 * Asks what became of the log since this kiosk last looked, and cosigns it if it only grew. What was seen is kept
 * first: a cosignature on a head that is forgotten again would let the next one go unchecked. Answers the log's key
 * while nothing contradicts what was seen; null else.
 */
export async function watchLog(keys: EnrolledKeys): Promise<VerifierKey | null> {
  const kept = await inPublic(database => readKept(database, 'witness'));
  const mine = kept?.held && isLogOf(kept.held.origin, keys.prison);
  const before: Witnessed = kept && mine ? kept : { held: null, alarm: null };
  const answer = await call('POST /api/kiosks/log', { body: { held: before.held?.note ?? null } });
  if (!answer.ok || !isWitnessReply(answer.value)) return null;
  const key = await readLogKey(answer.value.key, keys.prison, keys.receipts);
  if (!key) return null;
  const found = await judge(sha256Slow, before.held, answer.value, key);
  const after = keptAfter(before, found, bestTime());
  if (after !== before) await inPublic(database => writeKept(database, 'witness', after));
  if (found.kind === 'grown' || found.kind === 'begun-anew')
    await sendCosignature(keys, { epoch: answer.value.epoch, size: found.held.size, text: found.text });
  return found.kind === 'rewritten' || found.kind === 'not-believed' ? null : key;
}
