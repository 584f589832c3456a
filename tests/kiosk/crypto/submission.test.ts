import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeSigningPair } from '../../../kiosk/crypto/kiosk.ts';
import { freeze, hashOfBody, sealSubmission } from '../../../kiosk/crypto/submission.ts';
import { toBase64Url } from '../../../shared/crypto/bytes.ts';
import { open, suite } from '../../../shared/crypto/seal.ts';
import type { IdentityContent, SealedItem, SubmissionContent } from '../../../shared/submission/schema.ts';
import { statementBytes } from '../../../shared/submission/statement.ts';

const kiosk = '0198a000-0000-7000-8000-00000000000a';
const moment = {
  wall: '2026-03-02T07:00:00.000Z',
  monotonic: 5,
  boot: '0198a000-0000-4000-8000-00000000000b',
};
const content: SubmissionContent = {
  version: 1,
  id: '0198a000-0000-7000-8000-00000000000c',
  type: 'complaint',
  kind: 'food',
  problem: 'spoiled',
  when: 'today',
  many: 'me',
  text: null,
  aboutOfficer: null,
  language: 'sw',
};
const identities: readonly IdentityContent[] = [
  { version: 1, kind: 'nameless' },
  { version: 1, kind: 'pin', number: 'KAM/123/2026', pin: '123456' },
  { version: 1, kind: 'pass', pass: 'p'.repeat(400) },
];

let server: CryptoKeyPair;
let sealing: { id: string; publicKey: string };
let signing: { privateKey: CryptoKey; publicKey: string };

beforeAll(async () => {
  server = await suite.kem.generateKeyPair();
  const raw = await suite.kem.serializePublicKey(server.publicKey);
  sealing = { id: 's1', publicKey: toBase64Url(new Uint8Array(raw)) };
  signing = await makeSigningPair();
});

function opened(purpose: 'submission' | 'identity', context: string, envelope: string) {
  return open(id => (id === 's1' ? server : undefined), purpose, context, envelope);
}

async function frozen(said: SubmissionContent = content) {
  const envelopes = await sealSubmission(sealing, kiosk, said, { version: 1, kind: 'nameless' });
  return freeze(signing.privateKey, { id: said.id, kiosk, sequence: 3 }, envelopes, moment);
}

test('the server opens both envelopes, each only for its own purpose, item and kiosk', async () => {
  const [, pin] = identities;
  if (!pin) throw new Error('no identity');
  const { sealed, identity } = await sealSubmission(sealing, kiosk, content, pin);
  const context = `${content.id}/${kiosk}`;
  const said = await opened('submission', context, sealed);
  const who = await opened('identity', context, identity);
  expect(said.ok && JSON.parse(said.text)).toEqual(content);
  expect(who.ok && JSON.parse(who.text)).toEqual(pin);
  expect(await opened('identity', context, sealed)).toEqual({ ok: false, reason: 'does-not-open' });
  expect(await opened('submission', `${content.id}/another`, sealed)).toMatchObject({ ok: false });
});

test('who sent it cannot be told from the length of the envelopes', async () => {
  const made = await Promise.all(identities.map(one => sealSubmission(sealing, kiosk, content, one)));
  expect(new Set(made.map(one => one.identity.length)).size).toBe(1);
  const short = await sealSubmission(
    sealing,
    kiosk,
    { ...content, text: 'maji' },
    { version: 1, kind: 'nameless' },
  );
  expect(short.sealed.length).toBe(made[0]?.sealed.length);
});

test('the longest text in the widest letters stays within what the contract takes', async () => {
  const text = '\u{10000}'.repeat(500);
  const { sealed, identity } = await sealSubmission(
    sealing,
    kiosk,
    { ...content, text },
    {
      version: 1,
      kind: 'pass',
      pass: 'p'.repeat(400),
    },
  );
  expect(sealed.length).toBeLessThanOrEqual(12_000);
  expect(identity.length).toBeLessThanOrEqual(2_000);
});

test('the frozen text is signed by the kiosk and hashed as its receipt will name it', async () => {
  const { body, hash } = await frozen();
  const item = JSON.parse(body) as SealedItem;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signing.publicKey }, format: 'jwk' });
  const signature = Buffer.from(item.signature, 'base64url');
  expect(verify(null, statementBytes(item.statement), key, signature)).toBe(true);
  expect(item.statement).toMatchObject({ id: content.id, kiosk, sequence: 3, ...moment });
  expect(await hashOfBody(body)).toBe(hash);
});

test('a flipped character anywhere in statement or envelopes is seen', async () => {
  const { body, hash } = await frozen();
  const item = JSON.parse(body) as SealedItem;
  const places = [
    body.indexOf(item.sealed) + 30,
    body.indexOf(item.identity) + 30,
    body.indexOf(item.statement.boot) + 2,
    body.length - 1,
  ];
  for (const place of places) {
    const letter = body[place] === 'A' ? 'B' : 'A';
    const damaged = body.slice(0, place) + letter + body.slice(place + 1);
    expect(await hashOfBody(damaged)).not.toBe(hash);
  }
  expect(await hashOfBody(body.slice(0, -40))).toBeNull();
  expect(await hashOfBody('')).toBeNull();
});

test('nothing of the content or the prisoner stands in the frozen text', async () => {
  const { body } = await frozen({ ...content, text: 'afisa fulani' });
  for (const word of ['food', 'spoiled', 'afisa', 'today']) expect(body).not.toContain(word);
});
