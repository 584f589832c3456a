import { asked, scripted, type Way } from './way.ts';

const element = (tag: string, set: string) =>
  `const e = document.createElement('${tag}'); ${set}; document.body.append(e)`;

/** Whatever a page can do to reach somebody else without leaving. What is reached counts its visitors. */
export const network: readonly Way[] = [
  scripted('fetch', place => `fetch('${place.outside.origin}/fetch').catch(() => 0)`),
  scripted(
    'fetch that wants no answer',
    place =>
      `fetch('${place.outside.origin}/blind', { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }).catch(() => 0)`,
  ),
  scripted(
    'XMLHttpRequest',
    place => `const x = new XMLHttpRequest(); x.open('GET', '${place.outside.origin}/xhr'); x.send()`,
  ),
  scripted('WebSocket', place => `new WebSocket('${place.outside.origin.replace('https', 'wss')}/socket')`),
  scripted('EventSource', place => `new EventSource('${place.outside.origin}/events')`),
  scripted('sendBeacon', place => `navigator.sendBeacon('${place.outside.origin}/beacon', 'x')`),
  scripted('a picture', place => `new Image().src = '${place.outside.origin}/image'`),
  scripted('a script', place => element('script', `e.src = '${place.outside.origin}/worker-script'`)),
  scripted('a module', place => `import('${place.outside.origin}/worker-module').catch(() => 0)`),
  scripted('a style sheet', place =>
    element('link', `e.rel = 'stylesheet'; e.href = '${place.outside.origin}/style'`),
  ),
  scripted('a font', place => `new FontFace('x', 'url(${place.outside.origin}/font)').load().catch(() => 0)`),
  scripted('a sound', place => `new Audio('${place.outside.origin}/sound').load()`),
  scripted('a page fetched ahead', place =>
    element('link', `e.rel = 'prefetch'; e.href = '${place.outside.origin}/ahead'`),
  ),
  scripted(
    'a ping behind a link',
    place =>
      `const a = document.createElement('a'); a.href = '#x'; a.ping = '${place.outside.origin}/ping'; document.body.append(a); a.click()`,
  ),
  scripted(
    'a worker',
    place =>
      `const w = new Worker(URL.createObjectURL(new Blob(["fetch('${place.outside.origin}/from-worker')"])))`,
  ),
  asked(
    'a service worker of another scope',
    `navigator.serviceWorker.register('/worker-other.js', { scope: '/worker-other' })`,
  ),
  asked(
    'a script made of words',
    `(0, document.createElement('div').appendChild(Object.assign(document.createElement('script'), { text: '0' })), 'given')`,
  ),
];
