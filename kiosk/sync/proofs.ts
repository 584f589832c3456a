import type { VerifierKey } from '../../shared/log/note.ts';
import { call } from '../api/client.ts';
import { isProofs } from '../api/shapes.ts';
import { proves } from '../crypto/proof.ts';
import type { EnrolledKeys } from '../store/outbox-database.ts';
import { markProven, unprovenItems } from './outbox.ts';

/** Asks for the proofs of what this kiosk sent, and keeps those that prove it. */
export async function fetchProofs(keys: EnrolledKeys, log: VerifierKey): Promise<void> {
  const items = await unprovenItems(keys.kiosk);
  if (items.length === 0) return;
  const answer = await call('POST /api/kiosks/log/proofs', { body: { ids: items.map(({ id }) => id) } });
  if (!answer.ok || !isProofs(answer.value)) return;
  for (const { id, file } of answer.value.proofs) {
    const item = items.find(one => one.id === id);
    if (item && (await proves(item, file, log))) await markProven(id, file);
  }
}
