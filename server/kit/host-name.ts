import { isIP } from 'node:net';
import { KitRefused } from './kit-refused.ts';

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * A host name with a dot in it, in small letters (RFC 1123). Chromium never grants lasting storage to a name
 * without a dot, and without it a full disk may cost unsent complaints. Throws KitRefused.
 */
export function dottedHostName(text: string, what: string): string {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  const labels = name.split('.');
  if (isIP(name) !== 0)
    throw new KitRefused(
      `${what} must be a name such as kiosk.prison.internal, not the bare address ${name}.`,
    );
  if (name.length > 253 || !labels.every(one => label.test(one)))
    throw new KitRefused(`${what} must be a host name such as kiosk.prison.internal, not "${text}".`);
  if (labels.length < 2)
    throw new KitRefused(
      `${what} must have a dot in it, such as ${name}.prison.internal: Chromium does not let a page named "${name}" keep its storage.`,
    );
  if (/^[0-9]+$/.test(labels.at(-1) ?? ''))
    throw new KitRefused(`${what} must not end in a number, as "${name}" does.`);
  return name;
}

/** Several of them with commas between; at least one, none twice. Throws KitRefused. */
export function dottedHostNames(text: string, what: string): string[] {
  const names = text
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '')
    .map(one => dottedHostName(one, what));
  if (names.length === 0) throw new KitRefused(`${what} names no host.`);
  return [...new Set(names)];
}
