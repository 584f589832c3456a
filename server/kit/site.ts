import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { dottedHostName } from './host-name.ts';
import { KitRefused } from './kit-refused.ts';

/** The one server that a kiosk knows. */
export interface ServerAddress {
  /** `https://host`, with the port if it is not 443. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
}

/** All that a kit is made from. */
export interface Site {
  readonly server: ServerAddress;
  /** Names that the server has beside; shut on kiosks. */
  readonly otherNames: readonly string[];
  /** The local authority's certificate in PEM, or null if the server's comes from one that Chromium knows. */
  readonly authority: string | null;
  readonly printer: boolean;
}

function parsed(text: string): URL {
  if (!URL.canParse(text))
    throw new KitRefused(`--server must be an address such as https://kiosk.prison.internal, not "${text}".`);
  return new URL(text);
}

/**
 * Reads the server's address. Refused, each with its sentence: anything but https (no service worker, no keys), a
 * name without a dot (no lasting storage), a bare IP address unless `bare` says that it is meant, and anything
 * beside the origin. Throws KitRefused.
 */
export function readServer(text: string, bare = false): ServerAddress {
  const url = parsed(text);
  if (url.protocol !== 'https:')
    throw new KitRefused(
      `--server must begin with https:// (a kiosk stops on ${url.protocol}//): "${text}".`,
    );
  if (url.username !== '' || url.password !== '')
    throw new KitRefused('--server must not hold a user name or a password.');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new KitRefused(`--server must end after its host and port, as in ${url.origin}, not "${text}".`);
  const port = url.port === '' ? 443 : Number(url.port);
  const ip = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (ip && !bare)
    throw new KitRefused(
      `--server is the bare address ${url.hostname}; give the server a name with a dot in it, or say --bare-address if that is meant.`,
    );
  const host = ip ? url.hostname : dottedHostName(url.hostname, '--server');
  return { origin: url.origin, host, port };
}

/** An authority's certificate as the policies carry it: DER in base64. Throws KitRefused if the text holds none. */
export function derOf(pem: string): string {
  try {
    return new X509Certificate(pem).raw.toString('base64');
  } catch {
    throw new KitRefused('The authority is not a certificate in PEM.');
  }
}
