import { beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, toBase64Url } from '../../../shared/crypto/bytes.ts';
import { open, padded, readSealingKey, type SealingKey, seal, suite } from '../../../shared/crypto/seal.ts';

describe('a sealed envelope', () => {
  let key: SealingKey;
  let pair: CryptoKeyPair;
  beforeAll(async () => {
    pair = await suite.kem.generateKeyPair();
    const raw = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
    key = await readSealingKey('k1', toBase64Url(raw));
  });
  const keys = (id: string) => (id === 'k1' ? pair : undefined);

  it('opens for its key, purpose and context alone', async () => {
    const envelope = await seal(key, 'submission', 'id/kiosk', padded('{"a":"ŋ"}', 64));
    expect(await open(keys, 'submission', 'id/kiosk', envelope)).toMatchObject({ ok: true });
    expect(await open(keys, 'identity', 'id/kiosk', envelope)).toEqual({
      ok: false,
      reason: 'does-not-open',
    });
    expect(await open(keys, 'submission', 'id/other', envelope)).toEqual({
      ok: false,
      reason: 'does-not-open',
    });
    expect(await open(() => undefined, 'submission', 'id/kiosk', envelope)).toEqual({
      ok: false,
      reason: 'unknown-key',
    });
  });
  it('gives back what was sealed', async () => {
    const envelope = await seal(key, 'submission', 'x', padded('{"a":"ŋ"}', 64));
    const opened = await open(keys, 'submission', 'x', envelope);
    expect(opened.ok && JSON.parse(opened.text)).toEqual({ a: 'ŋ' });
  });
  it('is as long for a short complaint as for a longer one', async () => {
    const short = await seal(key, 'submission', 'x', padded('{}', 1024));
    const long = await seal(key, 'submission', 'x', padded(JSON.stringify({ text: 'a'.repeat(900) }), 1024));
    expect(short.length).toBe(long.length);
  });
  it.each([
    ['', 'not-an-envelope'],
    ['v1.k1', 'not-an-envelope'],
    ['v2.k1.AAAA', 'not-an-envelope'],
    ['v1.k1.AAAA', 'does-not-open'],
    ['v1.k1.!!!', 'does-not-open'],
  ])('%j is refused by name, never thrown', async (envelope, reason) => {
    expect(await open(keys, 'submission', 'x', envelope)).toEqual({ ok: false, reason });
  });
  it('pads with what JSON ignores', () => {
    expect(padded('{}', 16)).toHaveLength(16);
    expect(JSON.parse(fromUtf8(padded('{"n":1}', 5)))).toEqual({ n: 1 });
  });
});
