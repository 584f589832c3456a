import { type Policy, type PolicyBook, valueFor } from './policies.ts';
import type { Site } from './site.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A certificate in base64 tells nobody anything. */
const shown = (policy: Policy, site: Site) =>
  policy.name === 'CACertificates' && site.authority !== null
    ? 'authority.pem'
    : JSON.stringify(valueFor(policy, site));

const row = (policy: Policy, site: Site) =>
  `  <tr><td><code>${policy.name}</code></td><td><code>${escaped(shown(policy, site))}</code></td><td>${escaped(policy.why)}</td></tr>`;

const heading = (about: string) => `  <tr><th colspan="3">${escaped(about)}</th></tr>`;

/** The rows of the technician's table: every policy, its value and its reason, in the order of the book. */
export function policyRows(book: PolicyBook, site: Site): string {
  const groups = [...book.groups, ...(site.printer ? [book.variants.printer] : []), book.profiles.carry];
  return groups
    .flatMap(({ about, policies }) => [heading(about), ...policies.map(policy => row(policy, site))])
    .join('\n');
}
