import { asked, pause, scripted, type Way } from './way.ts';

const link = (attributes: string, click = 'a.click()') =>
  `const a = document.createElement('a'); ${attributes}; a.textContent = 'x'; document.body.append(a); ${click}`;

/** Other windows, other pages, frames. */
export const windows: readonly Way[] = [
  scripted('a new window with another server', place => `window.open('${place.outside.origin}/opened')`),
  scripted('a new window with the kiosk itself', () => `window.open('/')`),
  scripted('an empty new window', () => `window.open('about:blank')`),
  scripted(
    'a new window as a pop-up',
    place => `window.open('${place.outside.origin}/pop', 'x', 'popup,width=300,height=200')`,
  ),
  scripted('a link into a new window', place =>
    link(`a.href = '${place.outside.origin}/blank'; a.target = '_blank'`),
  ),
  scripted('a link with Shift held', place =>
    link(
      `a.href = '${place.outside.origin}/shift'`,
      `a.dispatchEvent(new MouseEvent('click', { shiftKey: true }))`,
    ),
  ),
  scripted('a link with Ctrl held', place =>
    link(
      `a.href = '${place.outside.origin}/ctrl'`,
      `a.dispatchEvent(new MouseEvent('click', { ctrlKey: true }))`,
    ),
  ),
  scripted(
    'a form into a new window',
    place =>
      `const f = document.createElement('form'); f.action = '${place.outside.origin}/form'; f.target = '_blank'; document.body.append(f); f.submit()`,
  ),
  scripted(
    'a form that posts to another server',
    place =>
      `const f = document.createElement('form'); f.method = 'post'; f.action = '${place.outside.origin}/post'; document.body.append(f); f.submit()`,
  ),
  scripted('a link to another server', place => link(`a.href = '${place.outside.origin}/linked'`)),
  scripted(
    'the page sends itself to another server',
    place => `location.href = '${place.outside.origin}/gone'`,
  ),
  scripted('the page sends itself to the panel', place => `location.href = '${place.kiosk}/admin/'`),
  scripted(
    'a page that refreshes itself to another server',
    place =>
      `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=${place.outside.origin}/meta'; document.head.append(m)`,
  ),
  ...(['iframe', 'embed'] as const).map(element =>
    scripted(
      `another server in an ${element}`,
      place =>
        `const f = document.createElement('${element}'); f.src = '${place.outside.origin}/${element}'; document.body.append(f)`,
    ),
  ),
  scripted(
    'another server in an object',
    place =>
      `const f = document.createElement('object'); f.data = '${place.outside.origin}/object'; document.body.append(f)`,
  ),
  asked('a window that floats over everything', `documentPictureInPicture.requestWindow()`),
  {
    name: 'a frame with words of its own',
    act: async place => {
      await place.run(
        `void (() => { const f = document.createElement('iframe'); f.src = 'data:text/html,<script>parent.postMessage("out","*")</script>'; addEventListener('message', () => { globalThis.heard = true }); document.body.append(f) })()`,
      );
      await pause(300);
      return (await place.run('globalThis.heard === true')) === true;
    },
  },
];
