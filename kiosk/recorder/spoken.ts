import { session } from '../app/session.ts';
import type { Sound } from '../speech/protocol.ts';

/** Enough for speech, and a third of the memory that the machine's own rate would take. */
const rate = 16_000;

/**
 * What was just spoken, so that its speaker can hear it: on the disk it lies sealed, and this machine cannot open it.
 * In memory only, and gone with its person.
 */
let pieces: Uint8Array<ArrayBuffer>[] = [];

// It was sent, or he is gone.
session.subscribe(({ draft }) => {
  if (draft === null) forgetSpoken();
});

export function forgetSpoken(): void {
  pieces = [];
}

export function noteSpoken(piece: Uint8Array<ArrayBuffer>): void {
  pieces.push(piece);
}

/** Whether there is anything to hear. */
export function hasSpoken(): boolean {
  return pieces.length > 0;
}

function joined(): ArrayBuffer {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes.buffer;
}

/** The sound of it; null if the browser cannot read what it wrote. */
export async function soundSpoken(): Promise<Sound | null> {
  try {
    const buffer = await new OfflineAudioContext(1, 1, rate).decodeAudioData(joined());
    return { samples: buffer.getChannelData(0), rate: buffer.sampleRate, words: [] };
  } catch {
    return null;
  }
}
