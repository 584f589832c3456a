import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Bytes, fromBase64Url, toBase64Url } from '../shared/crypto/bytes.ts';
import { suite } from '../shared/crypto/seal.ts';

/**
 * The server's keys, each in a file of its own under `DATA_DIR/keys`, mode 0600. The id of a key is a part of
 * its file name and stands inside all that it made, so that old keys keep opening and checking.
 */
export interface Keys {
  readonly sealing: {
    readonly id: string;
    /** Raw X25519, base64url: what kiosks pin. */
    readonly publicKey: string;
    /** Any sealing key that this server ever had. */
    readonly pairOf: (id: string) => CryptoKeyPair | undefined;
  };
  readonly receipts: {
    readonly id: string;
    readonly publicKey: string;
    readonly sign: (bytes: Uint8Array) => string;
  };
  /** Signs checkpoints of the log. */
  readonly log: {
    readonly id: string;
    /** Raw Ed25519. */
    readonly publicKey: Bytes;
    readonly sign: (bytes: Uint8Array) => Bytes;
  };
  /** HMAC under the sessions key: kiosk tokens, passes, nonces. */
  readonly mac: (text: string) => string;
  /** The secret pepper of PINs and passwords. */
  readonly pepper: Buffer;
  /** A kiosk's own code key (32 bytes), derived, so that the server can tell a genuine code. */
  readonly codeKeyOf: (kioskId: string) => Buffer;
}

const names = ['sealing', 'receipts', 'log', 'sessions', 'pepper', 'codes'] as const;
type KeyName = (typeof names)[number];

/**
 * Writes a new file and its folder's entry through to the disk: a key that is lost loses complaints. It gets its
 * name only when it is whole: half a key under a key's name would stop every start after a power cut.
 */
export function writeKeyFile(folder: string, file: string, content: string): void {
  const unfinished = join(folder, `.${file}.part`);
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, join(folder, file));
  syncFolder(folder);
}

/** Makes a folder's entries durable. */
function syncFolder(folder: string): void {
  // Windows cannot open a folder; NTFS journals its names.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function makeSecret(name: KeyName): string {
  switch (name) {
    case 'receipts':
    case 'log':
      return JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
    case 'sealing':
      return JSON.stringify(generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }));
    default:
      return JSON.stringify({ secret: randomBytes(32).toString('base64url') });
  }
}

interface StoredKey {
  readonly id: string;
  readonly content: { secret?: string; d?: string; x?: string; crv?: string; kty?: string };
}

/** Never answered by a new key: what was made with this one would be lost for good. */
function readKeyFile(path: string): StoredKey['content'] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StoredKey['content'];
  } catch (error) {
    throw new Error(`The key file ${path} cannot be read; put it back from a copy of the keys.`, {
      cause: error,
    });
  }
}

/** All keys of one name, oldest first; makes the first one if there is none. */
function load(folder: string, name: KeyName): [StoredKey, ...StoredKey[]] {
  if (!readdirSync(folder).some(file => file.startsWith(`${name}.`)))
    writeKeyFile(
      folder,
      `${name}.${Temporal.Now.plainDateISO('UTC')}-${randomBytes(3).toString('hex')}.json`,
      makeSecret(name),
    );
  const [first, ...rest] = readdirSync(folder)
    .filter(file => file.startsWith(`${name}.`) && file.endsWith('.json'))
    .sort()
    .map(file => ({
      id: file.slice(name.length + 1, -5),
      content: readKeyFile(join(folder, file)),
    }));
  if (!first) throw new Error(`no usable ${name} key in ${folder}`);
  return [first, ...rest];
}

async function sealingPair(content: StoredKey['content']): Promise<CryptoKeyPair> {
  const { kty = '', crv = '', d = '', x = '' } = content;
  return {
    privateKey: await suite.kem.importKey('jwk', { kty, crv, d, x }, false),
    publicKey: await suite.kem.deserializePublicKey(fromBase64Url(x).buffer),
  };
}

function secretOf(stored: StoredKey): Buffer {
  return Buffer.from(stored.content.secret ?? '', 'base64url');
}

/** An Ed25519 key that signs; the public half is worked out from the private one. */
function signerOf({ id, content }: StoredKey): Keys['log'] {
  const key: KeyObject = createPrivateKey({ key: content as JsonWebKey, format: 'jwk' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' }) as JsonWebKey;
  return { id, publicKey: fromBase64Url(x), sign: bytes => Uint8Array.from(sign(null, bytes, key)) };
}

/** More kiosks than any prison service has; forgetting them costs one derivation each. */
const mostRemembered = 10_000;

function remembering(derive: (name: string) => Buffer): (name: string) => Buffer {
  const known = new Map<string, Buffer>();
  return name => {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= mostRemembered) known.clear();
    const derived = derive(name);
    known.set(name, derived);
    return derived;
  };
}

/** Opens `DATA_DIR/keys`, making what is missing. Throws if a file there cannot be read. */
export async function openKeys(dataDir: string): Promise<Keys> {
  const folder = join(dataDir, 'keys');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    syncFolder(dataDir);
  }
  const sealing = load(folder, 'sealing');
  const pairs = new Map<string, CryptoKeyPair>();
  for (const key of sealing) pairs.set(key.id, await sealingPair(key.content));
  const newest = sealing.at(-1) ?? sealing[0];
  const receipts = signerOf(load(folder, 'receipts').at(-1) as StoredKey);
  const log = signerOf(load(folder, 'log').at(-1) as StoredKey);
  const sessions = secretOf(load(folder, 'sessions').at(-1) as StoredKey);
  const codes = secretOf(load(folder, 'codes')[0]);
  return {
    sealing: { id: newest.id, publicKey: newest.content.x ?? '', pairOf: id => pairs.get(id) },
    receipts: {
      id: receipts.id,
      publicKey: toBase64Url(receipts.publicKey),
      sign: bytes => toBase64Url(receipts.sign(bytes)),
    },
    log,
    mac: text => createHmac('sha256', sessions).update(text).digest('base64url'),
    // The first pepper for ever: PINs are hashed with it, and hashes cannot be re-peppered.
    pepper: secretOf(load(folder, 'pepper')[0]),
    codeKeyOf: remembering(kioskId =>
      createHmac('sha256', codes).update(`sauti/code-key/v1/${kioskId}`).digest(),
    ),
  };
}
