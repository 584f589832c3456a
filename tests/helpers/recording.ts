import { randomUUID } from 'node:crypto';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { readSealingKey, seal } from '../../shared/crypto/seal.ts';
import { partsTogether, recordingType } from '../../shared/recording/limits.ts';
import { partBytes, partContext, partDigest, partsDigest } from '../../shared/recording/parts.ts';
import type { Recording, RecordingParts } from '../../shared/recording/schema.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** What a kiosk outside a browser makes of spoken pieces: what the item says of them, and how they travel. */
export async function speak(
  kiosk: TestKiosk,
  item: string,
  pieces: readonly string[],
  id: string = randomUUID(),
): Promise<{ recording: Recording; parts: RecordingParts[] }> {
  const key = await readSealingKey(kiosk.enrolment.sealing.id, kiosk.enrolment.sealing.publicKey);
  const made = await Promise.all(
    pieces.map(async (piece, position) => {
      const place = { item, recording: id, kiosk: kiosk.id, position };
      const sealed = await seal(key, 'recording', partContext(place), utf8(piece));
      const digest = await partDigest(sealed);
      return { digest, part: { position, sealed, signature: await kiosk.sign(partBytes(place, digest)) } };
    }),
  );
  const parts = made.map(({ part }) => part);
  const together = Array.from({ length: Math.ceil(parts.length / partsTogether) }, (_, at) => ({
    ...{ item, recording: id, kiosk: kiosk.id },
    parts: parts.slice(at * partsTogether, (at + 1) * partsTogether),
  }));
  const digest = await partsDigest(made.map(one => one.digest));
  return {
    recording: { id, type: recordingType, milliseconds: pieces.length * 1000, parts: pieces.length, digest },
    parts: together,
  };
}
