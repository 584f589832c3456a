import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_nameConstraints, NameConstraints } from '@peculiar/asn1-x509';

/** The host names that an authority may speak for (its PEM); null if nothing limits it. Throws if it is no certificate. */
export function permittedNames(pem: string): string[] | null {
  const der = new Uint8Array(new X509Certificate(pem).raw).buffer;
  const extensions = AsnConvert.parse(der, Certificate).tbsCertificate.extensions ?? [];
  const found = extensions.find(one => one.extnID === id_ce_nameConstraints);
  if (!found) return null;
  const subtrees = AsnConvert.parse(found.extnValue.buffer, NameConstraints).permittedSubtrees ?? [];
  return subtrees.flatMap(({ base }) => (base.dNSName === undefined ? [] : [base.dNSName]));
}

/** Whether an authority that may speak for `permitted` may speak for `host`: the name itself, or one below it. */
export function isPermitted(permitted: readonly string[] | null, host: string): boolean {
  return permitted === null || permitted.some(name => host === name || host.endsWith(`.${name}`));
}
