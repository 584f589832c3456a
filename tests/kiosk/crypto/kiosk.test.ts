import { createHmac, createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  importCodeKey,
  makeSigningPair,
  receiptCode,
  sessionMessage,
  sign,
} from '../../../kiosk/crypto/kiosk.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { codeFromMac, readCode } from '../../../shared/submission/code.ts';

test('what the kiosk signs verifies with the public key that it sends, by another implementation', async () => {
  const { privateKey, publicKey } = await makeSigningPair();
  const signature = await sign(privateKey, utf8('said'));
  expect(publicKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(signature).toMatch(/^[A-Za-z0-9_-]{86}$/);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  expect(verify(null, Buffer.from('said'), key, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(verify(null, Buffer.from('sait'), key, Buffer.from(signature, 'base64url'))).toBe(false);
});

test('neither key can be taken out again', async () => {
  const { privateKey } = await makeSigningPair();
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  const code = await importCodeKey('A'.repeat(43));
  await expect(crypto.subtle.exportKey('raw', code)).rejects.toThrow();
});

test('the receipt code is the one that the server derives', async () => {
  const raw = Buffer.alloc(32, 7);
  const codeKey = await importCodeKey(raw.toString('base64url'));
  const mac = createHmac('sha256', raw).update('sauti/code/v1/12').digest();
  const code = await receiptCode(codeKey, 12);
  expect(code).toBe(codeFromMac(mac));
  expect(readCode(code)).toBe(code);
  expect(await receiptCode(codeKey, 13)).not.toBe(code);
});

test('a session is asked for in the name of one kiosk and one nonce', () => {
  expect(new TextDecoder().decode(sessionMessage('k', 'n'))).toBe('sauti/kiosk-session/v1/k/n');
});
