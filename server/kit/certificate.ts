import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** RFC 5758: ECDSA with SHA-256. */
const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
const commonName = '2.5.4.3';

/** From when until when, both counted. */
export interface Term {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

interface Signing {
  readonly issuer: string;
  readonly subject: string;
  /** The key that is certified. */
  readonly key: KeyObject;
  /** The key that signs. */
  readonly by: KeyObject;
  readonly term: Term;
  readonly extensions: readonly Extension[];
}

function nameOf(text: string): Name {
  const value = new AttributeValue({ utf8String: text });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: commonName, value })])]);
}

/** Exactly these bytes, in an ArrayBuffer of their own (Node's small buffers share one). */
function bytesOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer;
}

function publicInfo(key: KeyObject): SubjectPublicKeyInfo {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return AsnConvert.parse(bytesOf(der), SubjectPublicKeyInfo);
}

/** RFC 5280, 4.2.1.2, method 1: SHA-1 of the public key's bits; a name, not a protection. */
function keyIdentifier(key: KeyObject): ArrayBuffer {
  const bits = Buffer.from(publicInfo(key).subjectPublicKey);
  return bytesOf(createHash('sha1').update(bits).digest());
}

function extension(id: string, value: unknown, critical = false): Extension {
  return new Extension({
    extnID: id,
    critical,
    extnValue: new OctetString(AsnConvert.serialize(value)),
  });
}

/** 127 random bits with the highest clear and the next one set: positive, and always 16 bytes long. */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytesOf(bytes);
}

function certify({ issuer, subject, key, by, term, extensions }: Signing): string {
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: ecdsaWithSha256,
    issuer: nameOf(issuer),
    subject: nameOf(subject),
    validity: new Validity({
      notBefore: new Date(term.from.epochMilliseconds),
      notAfter: new Date(term.until.epochMilliseconds),
    }),
    subjectPublicKeyInfo: publicInfo(key),
    extensions: new Extensions([
      ...extensions,
      extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyIdentifier(key))),
      extension(
        id_ce_authorityKeyIdentifier,
        new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(keyIdentifier(by)) }),
      ),
    ]),
  });
  const signed = Buffer.from(AsnConvert.serialize(tbsCertificate));
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: ecdsaWithSha256,
    signatureValue: bytesOf(sign('sha256', signed, by)),
  });
  const base64 = Buffer.from(AsnConvert.serialize(certificate)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/**
 * A local authority that can speak for `hosts` and for nothing else (RFC 5280, 4.2.1.10, critical): other names
 * lie outside the permitted ones, and all bare addresses are excluded. Whoever steals it can pretend to be this
 * prison's server, not to be the rest of the world. Answers PEM.
 */
export function certifyAuthority(name: string, key: KeyObject, hosts: readonly string[], term: Term): string {
  const permitted = hosts.map(host => new GeneralSubtree({ base: new GeneralName({ dNSName: host }) }));
  const excluded = ['0.0.0.0/0', '::/0'].map(
    range => new GeneralSubtree({ base: new GeneralName({ iPAddress: range }) }),
  );
  const constraints = new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(permitted),
    excludedSubtrees: new GeneralSubtrees(excluded),
  });
  return certify({
    issuer: name,
    subject: name,
    key,
    by: key,
    term,
    extensions: [
      extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
      extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.keyCertSign), true),
      extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
      extension(id_ce_nameConstraints, constraints, true),
    ],
  });
}

/** A server's certificate for `hosts`, signed by the authority's key. Answers PEM. */
export function certifyServer(
  authority: { readonly name: string; readonly key: KeyObject },
  key: KeyObject,
  hosts: readonly string[],
  term: Term,
): string {
  const names = new SubjectAlternativeName(hosts.map(host => new GeneralName({ dNSName: host })));
  return certify({
    issuer: authority.name,
    subject: hosts[0] ?? '',
    key,
    by: authority.key,
    term,
    extensions: [
      extension(id_ce_basicConstraints, new BasicConstraints(), true),
      extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature), true),
      extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
      extension(id_ce_subjectAltName, names),
    ],
  });
}
