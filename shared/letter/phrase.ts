import { fromBase64Url, utf8 } from '../crypto/bytes.ts';

/**
 * A key as six words that can be read aloud and compared by eye, in any language: two open syllables each, 12 bits a
 * word. Made slowly, so that looking for another key with the same six words costs a hundred thousand times more.
 */
const consonants = 'bdfghjlnprstvwyz';
const vowels = 'aeiu';
const wordCount = 6;
const rounds = 100_000;
/** What nobody wants to read on a wall. */
const rude = new Set(['fala', 'fira', 'tiri', 'wafu']);

function word(bits: number): string {
  const syllable = (six: number) => `${consonants[six >> 2] ?? ''}${vowels[six & 3] ?? ''}`;
  return syllable((bits >> 6) & 63) + syllable(bits & 63);
}

/** The phrase of a raw public key (base64url). */
export async function phraseOf(publicKey: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', fromBase64Url(publicKey), 'PBKDF2', false, ['deriveBits']);
  for (let attempt = 0; ; attempt += 1) {
    const salt = utf8(`sauti/letter-phrase/v1/${attempt}`);
    const derived = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
      key,
      wordCount * 16,
    );
    const view = new DataView(derived);
    const words = Array.from({ length: wordCount }, (_, index) => word(view.getUint16(2 * index)));
    if (!words.some(made => rude.has(made))) return words.join(' ');
  }
}
