import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PinPicture, pictureOf } from '../../../shared/prisoner/pin-pictures.ts';
import { expect, test } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { demonstrationPassword } from '../../helpers/panel-officer.ts';
import { localesFolder } from '../../helpers/texts.ts';

const panel = { 'sauti-panel': '1' };

interface Slip {
  readonly of: 'digits' | 'pictures';
  /** How a slip's PIN is typed. */
  readonly keysOf: (pin: string) => string | readonly string[];
  readonly weak: string | readonly string[];
  readonly own: string | readonly string[];
  readonly other: string | readonly string[];
}

const words = JSON.parse(readFileSync(join(localesFolder, 'en/kiosk.json'), 'utf8')) as {
  pinPicture: Record<PinPicture, string>;
};
const slipsOf: readonly Slip[] = [
  { of: 'digits', keysOf: pin => pin, weak: '240781', own: '735926', other: '735962' },
  {
    of: 'pictures',
    keysOf: pin => Array.from(pin, letter => words.pinPicture[pictureOf(letter)]),
    weak: ['Sun', 'Moon', 'Star', 'Tree', 'Shoe'],
    own: ['Boat', 'Cup', 'Sun', 'Sun', 'Fish'],
    other: ['Boat', 'Cup', 'Sun', 'Fish', 'Sun'],
  },
];

for (const { of, keysOf, weak, own, other } of slipsOf)
  test(`a slip’s PIN of ${of} opens nothing: he chooses his own, and it alone works`, async ({
    server,
    newBrowser,
  }) => {
    const browser = await newBrowser();
    const page = await browser.open();
    const ask = async (path: string, data?: object) => {
      const method = data ? 'POST' : 'GET';
      const options = { method, headers: panel, ...(data ? { data } : {}) };
      return (await page.request.fetch(`${server.origin}${path}`, options)).json();
    };
    await ask('/api/staff/sign-in', { username: 'records', password: demonstrationPassword });
    const { without } = await ask('/api/pins');
    const { slips } = await ask('/api/pins/print', {
      prisoners: [without[0].id],
      pictures: of === 'pictures' ? [without[0].id] : [],
    });
    const { number, pin } = slips[0] as { number: string; pin: string };

    await page.goto(server.origin);
    await untilItWorksAlone(page);
    const hand = new Hand(page);
    const enter = async (keys: string | readonly string[]) => {
      await hand.type(keys);
      await hand.ok();
    };
    await hand.tap('My submissions');
    await hand.tap(/^Number and PIN/);
    await enter(number);
    await hand.at('pin');
    if (of === 'pictures') await hand.tap(/Pictures$/);
    await enter(keysOf(pin));
    await hand.at('own-pin');
    await enter(weak);
    await expect(page.getByRole('alert')).toContainText('Too easy to guess');
    await enter(own);
    await expect(page.getByRole('heading', { name: 'The same PIN once more' })).toBeVisible();
    await enter(other);
    await expect(page.getByRole('alert')).toContainText('not the same');
    await enter(own);
    await enter(own);
    await hand.at('submissions');
  });
