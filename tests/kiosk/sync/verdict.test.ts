import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isWorthAnotherTry, judge } from '../../../kiosk/sync/verdict.ts';
import { type ProblemName, problems } from '../../../shared/problems.ts';
import { receiptBytes } from '../../../shared/submission/statement.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pinned = { id: 'r1', publicKey: publicKey.export({ format: 'jwk' }).x ?? '' };
const item = { id: 'i', hash: 'h', kiosk: 'k', sequence: 1 };
const named = { version: 1, ...item, receivedAt: '2026-03-02T07:00:00Z', prison: 'p' } as const;
const signature = sign(null, receiptBytes(named), privateKey).toString('base64url');
const receipt = { ...named, key: 'r1', signature };

const kindOf = async (problem: ProblemName) =>
  (await judge({ kind: 'problem', problem, retryAfter: 9 }, item, pinned)).kind;

test('a receipt of the server’s own delivers', async () => {
  expect(await judge({ kind: 'reply', value: receipt }, item, pinned)).toEqual({
    kind: 'delivered',
    receipt,
  });
});

describe('not delivered, and the next item is tried', () => {
  test.each([
    ['a receipt with a wrong signature', { ...receipt, signature: 'A'.repeat(86) }],
    ['another kiosk’s receipt', { ...receipt, kiosk: 'other' }],
    ['a yes without a receipt', { ok: true }],
  ])('%s', async (_, value) => {
    expect(await judge({ kind: 'reply', value }, item, pinned)).toEqual({ kind: 'skipped' });
  });

  test('a stranger’s answer', async () => {
    expect(await judge({ kind: 'foreign' }, item, pinned)).toEqual({ kind: 'skipped' });
  });
});

test('no answer', async () => {
  expect(await judge({ kind: 'unreachable' }, item, pinned)).toEqual({ kind: 'unreachable' });
});

test.each<ProblemName>([
  'malformed',
  'unknown-field',
  'wrong-content-type',
  'too-large',
  'hash-wrong',
  'id-conflict',
  'kiosk-signature-wrong',
])('%s sets the item aside', async problem => {
  expect(await judge({ kind: 'problem', problem, retryAfter: null }, item, pinned)).toEqual({
    kind: 'refused',
    problem,
  });
});

test.each<ProblemName>(['kiosk-unknown', 'kiosk-revoked'])('%s stops this kiosk', async problem => {
  expect(await kindOf(problem)).toBe('stopped');
});

test.each<ProblemName>([
  'slow-down',
  'too-busy',
  'storage-full',
  'storage-locked',
  'storage-read-only',
  'storage-unavailable',
  'shutting-down',
])('%s asks to come later', async problem => {
  expect(await judge({ kind: 'problem', problem, retryAfter: 9 }, item, pinned)).toEqual({
    kind: 'later',
    retryAfter: 9,
  });
});

test('no name of the catalogue ever counts as delivered', async () => {
  const kinds = await Promise.all((Object.keys(problems) as ProblemName[]).map(kindOf));
  expect(kinds).not.toContain('delivered');
});

test('what was refused is offered again to a newer server, except a conflict, which it has kept', () => {
  expect(isWorthAnotherTry('malformed')).toBe(true);
  expect(isWorthAnotherTry('id-conflict')).toBe(false);
});
