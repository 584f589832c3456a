import type { Key } from '../place.ts';
import { pause, type Way } from './way.ts';

type Held = Pick<Key, 'ctrl' | 'shift' | 'alt'>;

const letter = (name: string): Key => ({
  key: name.toLowerCase(),
  code: `Key${name}`,
  virtual: name.charCodeAt(0),
});
const functionKey = (number: number): Key => ({
  key: `F${number}`,
  code: `F${number}`,
  virtual: 111 + number,
});
const named = (key: string, virtual: number, code = key): Key => ({ key, code, virtual });

function pressed(name: string, key: Key, held: Held = {}, more: Partial<Way> = {}): Way {
  return {
    name,
    act: async place => {
      await place.press({ ...key, ...held });
      await pause(200);
      return false;
    },
    ...more,
  };
}

const ctrl = { ctrl: true };
const ctrlShift = { ctrl: true, shift: true };
const alt = { alt: true };

/** Chromium's shortcuts on Linux, as a keyboard that somebody plugged in would send them. */
export const keys: readonly Way[] = [
  ...['T', 'N', 'W', 'P', 'S', 'U', 'J', 'H', 'R'].map(name => pressed(`Ctrl+${name}`, letter(name), ctrl)),
  ...['I', 'J', 'C', 'N', 'W', 'O'].map(name => pressed(`Ctrl+Shift+${name}`, letter(name), ctrlShift)),
  pressed('Ctrl and plus', named('=', 187, 'Equal'), ctrl),
  pressed('Ctrl and minus', named('-', 189, 'Minus'), ctrl),
  pressed('Ctrl+Shift+Delete', named('Delete', 46), ctrlShift),
  pressed('Ctrl+F', letter('F'), ctrl, {
    notShown: 'the bar that searches a page is no window that the probe sees',
  }),
  pressed('Ctrl+F4', functionKey(4), ctrl),
  pressed('Ctrl+O', letter('O'), ctrl, { notShown: 'a window without a bar opens no files' }),
  ...[1, 5, 11, 12].map(number => pressed(`F${number}`, functionKey(number))),
  pressed('Shift+Escape', named('Escape', 27), { shift: true }),
  pressed('Alt+F4', functionKey(4), alt),
  ...(
    [
      ['Alt+Left', named('ArrowLeft', 37), alt],
      ['the key that goes back', named('BrowserBack', 166), {}],
    ] as const
  ).map(
    ([name, key, held]): Way => ({
      name,
      act: async place => {
        await place.run(`history.pushState(null, '', '/further')`);
        await place.press({ ...key, ...held });
        await pause(400);
        return (await place.run('location.pathname')) !== '/further';
      },
    }),
  ),
];
