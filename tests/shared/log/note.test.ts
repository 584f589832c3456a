import { hash as digest, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, fromBase64Url, utf8 } from '../../../shared/crypto/bytes.ts';
import {
  checkpointText,
  openCheckpoint,
  originOf,
  readCheckpointText,
  shortForm,
} from '../../../shared/log/checkpoint.ts';
import {
  checkCosignatureLine,
  checkCosignatures,
  cosignatureLine,
  cosignedMessage,
  witnessName,
} from '../../../shared/log/cosignature.ts';
import {
  checkSignature,
  formatNote,
  formatVerifierKey,
  makeVerifierKey,
  NotANote,
  parseNote,
  readVerifierKey,
  signatureLine,
  type VerifierKey,
} from '../../../shared/log/note.ts';
import { formatTlogProof, parseTlogProof } from '../../../shared/log/tlog-proof.ts';
import type { Hash } from '../../../shared/log/tree.ts';

const sha256: Hash = bytes => digest('sha256', bytes, 'buffer');

function makeSigner(name: string, type: 'ed25519' | 'cosignature'): { key: VerifierKey; secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = fromBase64Url((publicKey.export({ format: 'jwk' }) as JsonWebKey).x ?? '');
  return { key: makeVerifierKey(sha256, name, type, raw), secret: privateKey };
}
const signed = (secret: KeyObject, bytes: Uint8Array): Bytes => Uint8Array.from(sign(null, bytes, secret));

const origin = originOf('0190f000-0000-7000-8000-000000000001', 1);
const log = makeSigner(origin, 'ed25519');
const witness = makeSigner(witnessName('0190f000-0000-7000-8000-000000000002'), 'cosignature');
const text = checkpointText({ origin, size: 42, root: sha256(utf8('root')) });
const ownLine = signatureLine({ ...log.key, signature: signed(log.secret, utf8(text)) });
const cosigned = cosignatureLine(
  witness.key,
  1_700_000_000,
  signed(witness.secret, cosignedMessage(text, 1_700_000_000)),
);

describe('a signed note', () => {
  it('of the specification is verified with the key of the specification', async () => {
    const key = readVerifierKey(
      sha256,
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    );
    const note = parseNote(
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    );
    if (!key) throw new Error('the key of the specification is not read');
    expect(await checkSignature(note, key)).toBe('good');
    expect(await checkSignature({ ...note, text: 'This is another message.\n' }, key)).toBe('false');
    expect(formatVerifierKey(key)).toBe(
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    );
  });
  it('keeps its text, empty lines in it too, and all its signatures', () => {
    const note = parseNote(formatNote('one\n\ntwo\n', [ownLine, cosigned]));
    expect(note.text).toBe('one\n\ntwo\n');
    expect(note.signatures.map(({ name }) => name)).toEqual([origin, witness.key.name]);
    expect(note.signatures.map(signatureLine)).toEqual([ownLine, cosigned]);
  });
  it.each([
    ['without signatures', 'text\n'],
    ['without an end', `text\n\n${ownLine}`],
    ['with a tab', `te\txt\n\n${ownLine}\n`],
    ['with a carriage return', `text\r\n\n${ownLine}\n`],
    ['with a hyphen for the dash', `text\n\n${ownLine.replace('—', '-')}\n`],
    ['with a name of two words', `text\n\n— a b ${ownLine.split(' ')[2]}\n`],
    ['with a signature that is no base64', 'text\n\n— a %%%%\n'],
    ['with a signature shorter than a key’s id', 'text\n\n— a AAAA\n'],
    ['with nothing but signatures', `\n${ownLine}\n`],
  ])('%s is refused', (_, note) => {
    expect(() => parseNote(note)).toThrow(NotANote);
  });
  it('has a key whose id must be its own', () => {
    const line = formatVerifierKey(log.key);
    expect(readVerifierKey(sha256, line)).toEqual(log.key);
    expect(readVerifierKey(sha256, line.replace(log.key.keyId, '00000000'))).toBeNull();
    expect(readVerifierKey(sha256, 'a+b')).toBeNull();
  });
  it('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'binary' }), noise => {
        try {
          expect(parseNote(noise).signatures.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(NotANote);
        }
      }),
    );
  });
});

describe('a checkpoint', () => {
  const note = formatNote(text, [ownLine, cosigned]);
  it('is believed under the log’s own key alone', async () => {
    const opened = await openCheckpoint(note, log.key);
    expect(opened).toMatchObject({ ok: true, checkpoint: { origin, size: 42 } });
    const other = makeSigner(origin, 'ed25519').key;
    expect(await openCheckpoint(note, other)).toEqual({ ok: false, fault: 'not-signed' });
    expect(await openCheckpoint(note, { ...log.key, name: 'another' })).toEqual({
      ok: false,
      fault: 'another-log',
    });
    expect(await openCheckpoint(note.replace('\n42\n', '\n43\n'), log.key)).toEqual({
      ok: false,
      fault: 'signature-false',
    });
    expect(await openCheckpoint('what', log.key)).toEqual({ ok: false, fault: 'not-a-checkpoint' });
  });
  it.each(['-1', '042', '1.0', '', '99999999999999999'])('of size "%s" is refused', size => {
    expect(() => readCheckpointText(text.replace('\n42\n', `\n${size}\n`))).toThrow(NotANote);
  });
  it('may have more lines, none of them empty, and a root of 32 bytes', () => {
    expect(readCheckpointText(`${text}more\n`).size).toBe(42);
    expect(() => readCheckpointText(`${text}\nmore\n`)).toThrow(NotANote);
    expect(() => readCheckpointText(`${origin}\n1\nAAAA\n`)).toThrow(NotANote);
  });
  it('has a short form for the minute book: twenty symbols without look-alikes', () => {
    expect(shortForm(sha256, text)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(shortForm(sha256, text)).not.toBe(shortForm(sha256, text.replace('42', '43')));
    // Worked out by hand: SHA-256 of nothing begins e3 b0 c4 42 98 fc 1c 14 9a fb f4 c8 99.
    expect(shortForm(sha256, '')).toBe('WERC 8GMR ZGE1 96QV YK49');
  });
});

describe('a cosignature', () => {
  it('holds for its text, its time and its witness, and for nothing else', async () => {
    const good = await checkCosignatureLine(cosigned, text, witness.key);
    expect(good).toBe(1_700_000_000);
    expect(await checkCosignatureLine(cosigned, `${text}more\n`, witness.key)).toBeNull();
    expect(
      await checkCosignatureLine(cosigned, text, makeSigner(witness.key.name, 'cosignature').key),
    ).toBeNull();
    expect(await checkCosignatureLine(ownLine, text, log.key)).toBeNull();
    expect(await checkCosignatureLine('nothing', text, witness.key)).toBeNull();
    const bytes = Uint8Array.fromBase64(cosigned.split(' ')[2] ?? '');
    bytes[11] = (bytes[11] ?? 0) ^ 1;
    const later = `— ${witness.key.name} ${bytes.toBase64()}`;
    expect(await checkCosignatureLine(later, text, witness.key)).toBeNull();
  });
  it('is found among the others of a note', async () => {
    const stranger = makeSigner(witnessName('x'), 'cosignature').key;
    const found = await checkCosignatures(parseNote(formatNote(text, [ownLine, cosigned])), [
      witness.key,
      stranger,
    ]);
    expect(found).toEqual({ good: [witness.key], bad: [] });
    const moved = parseNote(formatNote(text.replace('42', '43'), [ownLine, cosigned]));
    expect(await checkCosignatures(moved, [witness.key])).toEqual({ good: [], bad: [witness.key] });
  });
});

describe('a proof that stands alone', () => {
  const whole = {
    extra: utf8('{"kind":"received"}'),
    index: 3,
    proof: [sha256(utf8('a')), sha256(utf8('b'))],
    checkpoint: formatNote(text, [ownLine]),
  };
  it('is read as it was written, with and without extra data and hashes', () => {
    for (const one of [whole, { ...whole, extra: null }, { ...whole, proof: [] }]) {
      const read = parseTlogProof(formatTlogProof(one));
      expect(read.checkpoint).toBe(one.checkpoint);
      expect(formatTlogProof(read)).toBe(formatTlogProof(one));
    }
  });
  it.each([
    ['another first line', (file: string) => file.replace('@v1', '@v2')],
    ['no index', (file: string) => file.replace('index 3\n', '')],
    ['an index with a zero before it', (file: string) => file.replace('index 3', 'index 03')],
    ['a hash that is no base64', (file: string) => file.replace(/index 3\n./, 'index 3\n%')],
    ['no checkpoint', (file: string) => file.slice(0, file.indexOf('\n\n'))],
  ])('with %s is refused', (_, change) => {
    expect(() => parseTlogProof(change(formatTlogProof(whole)))).toThrow(NotANote);
  });
});
