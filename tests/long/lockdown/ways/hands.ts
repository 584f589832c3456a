import type { Place } from '../place.ts';
import { pause, type Way } from './way.ts';

/** Whether the menu of the right button or of a long press would show. */
const menuShows = (place: Place) => place.run('globalThis.menu === true');
const watchMenu = (place: Place) =>
  place.run(`void addEventListener('contextmenu', event => { globalThis.menu = !event.defaultPrevented })`);

async function afterPush(place: Place, act: () => Promise<void>): Promise<boolean> {
  await place.run(`history.pushState(null, '', '/further')`);
  await act();
  await pause(500);
  return (await place.run('location.pathname')) !== '/further';
}

const spread = (place: Place, type: string, distance: number) =>
  place.input('dispatchTouchEvent', {
    type,
    touchPoints:
      type === 'touchEnd'
        ? []
        : [
            { x: 300 - distance, y: 300, id: 0 },
            { x: 300 + distance, y: 300, id: 1 },
          ],
  });

/** What fingers and a mouse do. */
export const hands: readonly Way[] = [
  {
    name: 'the right button',
    dialog: true,
    act: async place => {
      await watchMenu(place);
      await place.click(300, 300, { button: 'right' });
      await pause(200);
      return (await menuShows(place)) === true;
    },
  },
  {
    name: 'a long press',
    dialog: true,
    act: async place => {
      await watchMenu(place);
      await place.input('dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x: 60, y: 60, id: 0, force: 1, radiusX: 5, radiusY: 5 }],
      });
      await pause(1800);
      await place.input('dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await pause(300);
      return (await menuShows(place)) === true;
    },
  },
  {
    name: 'choosing words with the mouse',
    act: async place => {
      await place.input('dispatchMouseEvent', {
        type: 'mousePressed',
        x: 5,
        y: 5,
        button: 'left',
        clickCount: 1,
      });
      await place.input('dispatchMouseEvent', {
        type: 'mouseMoved',
        x: 700,
        y: 500,
        button: 'left',
        buttons: 1,
      });
      await place.input('dispatchMouseEvent', {
        type: 'mouseReleased',
        x: 700,
        y: 500,
        button: 'left',
        clickCount: 1,
      });
      return (await place.run('getSelection().toString().length > 0')) === true;
    },
  },
  {
    name: 'two fingers that zoom',
    act: async place => {
      await spread(place, 'touchStart', 20);
      for (let distance = 40; distance <= 240; distance += 40) await spread(place, 'touchMove', distance);
      await spread(place, 'touchEnd', 0);
      await pause(200);
      return false;
    },
  },
  {
    name: 'a swipe that goes back',
    notShown: 'a screen that nobody can touch makes no such swipe',
    act: place =>
      afterPush(place, () =>
        place.input('synthesizeScrollGesture', {
          x: 100,
          y: 300,
          xDistance: 500,
          speed: 2000,
          gestureSourceType: 'touch',
        }),
      ),
  },
  {
    name: "the mouse's button that goes back",
    act: place => afterPush(place, () => place.click(300, 300, { button: 'back' })),
  },
  {
    name: 'the middle button on a link',
    act: async place => {
      await place.run(
        `void (() => { const a = document.createElement('a'); a.href = '${place.outside.origin}/middle'; a.textContent = 'x'; a.style.cssText = 'position:fixed;inset:0;z-index:99999'; document.body.append(a) })()`,
      );
      await place.click(300, 300, { button: 'middle' });
      await pause(300);
      await place.run('document.body.lastElementChild.remove()');
      return false;
    },
  },
  {
    name: 'Escape out of full screen',
    notShown: 'it goes back to where the window was before',
    act: async place => {
      await place.run('document.documentElement.requestFullscreen().catch(() => 0)');
      await place.press({ key: 'Escape', code: 'Escape', virtual: 27 });
      await pause(400);
      return false;
    },
  },
];
