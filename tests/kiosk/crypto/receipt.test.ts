import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readReceipt } from '../../../kiosk/crypto/receipt.ts';
import type { Receipt } from '../../../shared/submission/schema.ts';
import { receiptBytes } from '../../../shared/submission/statement.ts';

function makeKey(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { id, privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' };
}

const own = makeKey('r1');
const item = {
  id: '0198a000-0000-7000-8000-00000000000c',
  hash: 'h'.repeat(43),
  kiosk: '0198a000-0000-7000-8000-00000000000a',
  sequence: 3,
};
const named = { version: 1, ...item, receivedAt: '2026-03-02T07:00:00Z', prison: item.kiosk } as const;

function receipt(change: Partial<Receipt> = {}, privateKey: KeyObject = own.privateKey): Receipt {
  const made = { ...named, ...change };
  return { key: 'r1', signature: sign(null, receiptBytes(made), privateKey).toString('base64url'), ...made };
}

const stranger = makeKey('r1');
const signed = receipt();
const tampered = { ...signed, receivedAt: '2020-01-01T00:00:00Z' };

test('the server’s own receipt for this item counts', async () => {
  expect(await readReceipt(signed, item, own)).toEqual(signed);
});

describe('does not count', () => {
  test.each<[string, unknown]>([
    ['a receipt of a key that was not pinned', receipt({}, stranger.privateKey)],
    ['a receipt that names another key', { ...signed, key: 'r2' }],
    ['a receipt for another id', receipt({ id: item.kiosk })],
    ['a receipt for other bytes', receipt({ hash: 'g'.repeat(43) })],
    ['a receipt for another kiosk', receipt({ kiosk: item.id })],
    ['a receipt for another number', receipt({ sequence: 4 })],
    ['a receipt changed after it was signed', tampered],
    ['a receipt without a signature', { ...signed, signature: '' }],
    ['a receipt with a signature that is not base64url', { ...signed, signature: '!!!' }],
    ['a receipt of another version', { ...signed, version: 2 }],
    ['an empty object', {}],
    ['a list', [signed]],
    ['a word', 'ok'],
    ['nothing', null],
  ])('%s', async (_, value) => {
    expect(await readReceipt(value, item, own)).toBeNull();
  });
});

test('a pinned key that is damaged delivers nothing, and does not throw', async () => {
  expect(await readReceipt(signed, item, { ...own, publicKey: 'AA' })).toBeNull();
});
