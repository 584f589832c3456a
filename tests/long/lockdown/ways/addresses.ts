import type { Place } from '../place.ts';
import { typed, type Way } from './way.ts';

const ofKiosk = (path: string) => (place: Place) => `${place.kiosk}${path}`;
const fixed = (address: string) => () => address;

const internal = [
  'settings',
  'flags',
  'policy',
  'net-export',
  'downloads',
  'inspect',
  'version',
  'history',
  'extensions',
  'password-manager/passwords',
  'print',
  'gpu',
  'bookmarks',
  'apps',
  'device-log',
  'web-app-internals',
  'quota-internals',
  'indexeddb-internals',
  'serviceworker-internals',
];

/** Addresses of every scheme, as if they had been typed. */
export const addresses: readonly Way[] = [
  typed('a file of the machine', fixed('file:///etc/passwd')),
  typed('a folder of the machine', fixed('file:///')),
  typed('the source of a page', place => `view-source:${place.kiosk}/`),
  typed(
    'a page inside its own address (data:)',
    fixed('data:text/html,<title>out</title><p>out of the kiosk, in words long enough'),
  ),
  typed(
    'a page made by a script (javascript:)',
    fixed('javascript:document.open(),document.write("out")'),
    'a driver is refused scripts as addresses by every Chromium',
  ),
  typed('a file transfer (ftp:)', fixed('ftp://127.0.0.1/'), 'Chromium no longer knows ftp'),
  typed(
    'a file system of a page',
    place => `filesystem:${place.kiosk}/temporary/x`,
    'Chromium opens none that is not there',
  ),
  typed('developer tools', fixed('devtools://devtools/bundled/inspector.html')),
  typed("an extension's page", fixed('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html')),
  typed('another server', place => `${place.outside.origin}/typed`),
  typed('another server, without encryption', place => `${place.outside.plain}/typed`),
  typed('another port of the same server', place => `${place.outside.otherPort}/typed`),
  typed('another name of the same server', place => `${place.kiosk.replace('kiosk.', 'panel.')}/`),
  typed(
    'the same server by its number',
    place => place.kiosk.replace(/\/\/[^:]+/, '//127.0.0.1'),
    'no certificate is for a number',
  ),
  typed("a name below the server's", place => place.kiosk.replace('//', '//deeper.')),
  typed(
    'the kiosk without encryption',
    place => place.kiosk.replace('https:', 'http:'),
    'the server answers over HTTPS only',
  ),
  typed('the panel', ofKiosk('/admin/')),
  typed('the panel, without the last stroke', ofKiosk('/admin')),
  typed('the panel, with a letter written as a number', ofKiosk('/%61dmin/')),
  typed('the panel, with another letter so', ofKiosk('/a%64min/')),
  typed('a case in the panel', ofKiosk('/admin/cases/1')),
  typed('the interface as a page', ofKiosk('/api/openapi.json')),
  typed("the server's health as a page", ofKiosk('/healthz')),
  typed(
    'a link that writes a letter (mailto:)',
    fixed('mailto:someone@example.com'),
    'a machine without a mail program shows nothing',
  ),
  typed('a link that telephones (tel:)', fixed('tel:999'), 'a machine without a telephone shows nothing'),
  ...internal.map(page => typed(`chrome://${page}`, fixed(`chrome://${page}`))),
  typed('chrome-untrusted://', fixed('chrome-untrusted://print/'), 'Chromium opens none of them by itself'),
];
