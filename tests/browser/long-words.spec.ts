import type { Page } from '@playwright/test';
import { expect, sizes, test } from '../helpers/browser.ts';
import { wekesa } from '../helpers/kiosk-person.ts';
import { expectInside } from '../helpers/page-checks.ts';
import { signInToPanel } from '../helpers/panel-officer.ts';

/** Nothing in it at which a line could be broken, as a link or a slip of the finger makes it. */
const longWord = `Mkurugenzi${'wa'.repeat(120)}`;
const longName = 'N'.repeat(80);
/** What people write freely, by the name of its field in the answers of the server. */
const written: Readonly<Record<string, string>> = {
  text: longWord,
  next: longWord,
  note: longWord,
  words: longWord,
  name: longName,
  by: longName,
  author: longName,
  superior: longName,
  username: longName,
};

/** The value with a long word wherever somebody may have written one. */
function lengthened(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return written[key] ?? value;
  if (Array.isArray(value)) return value.map(item => lengthened(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lengthened(inner, name)]));
}

/** Lets the server answer as if everybody wrote in long words. */
async function writeLongWords(page: Page, pattern: RegExp): Promise<void> {
  await page.route(pattern, async route => {
    const response = await route.fetch();
    const json = response.headers()['content-type']?.includes('json') ?? false;
    if (!json) return route.fulfill({ response });
    return route.fulfill({ response, json: lengthened(await response.json()) });
  });
}

/** Nothing is wider than the page, except inside a frame that scrolls by itself; no long word is cut off. */
async function expectWhole(page: Page, where: string): Promise<void> {
  const cut = await page.evaluate(
    words => {
      const edge = document.documentElement.clientWidth + 1;
      const scrolls = (one: Element | null): boolean =>
        one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
      const speaks = (one: Element) =>
        one.childElementCount === 0 && words.some(word => one.textContent?.includes(word));
      const trimmed = (one: Element) =>
        one.clientWidth > 0 &&
        one.scrollWidth > one.clientWidth + 1 &&
        getComputedStyle(one).textOverflow === 'clip';
      return [...document.querySelectorAll('body *')]
        .filter(one => one.getBoundingClientRect().right > edge || (speaks(one) && trimmed(one)))
        .filter(
          one => one.checkVisibility() && one.closest('svg, option') === null && !scrolls(one.parentElement),
        )
        .map(one => `${one.tagName}.${one.getAttribute('class')}`);
    },
    [longWord, longName],
  );
  expect(cut, where).toEqual([]);
  await expectInside(page, where);
}

const widths = [320, 1024, 1280] as const;

test('the panel breaks the longest words and names rather than its pages', async ({
  office: { page, origin },
}) => {
  test.setTimeout(180_000);
  await writeLongWords(page, /\/api\/(?!events)/);
  await signInToPanel(page, origin, 'officer-in-charge');
  const look = async (where: string) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(60);
      await expectWhole(page, `${where} at ${width}`);
    }
  };
  for (const path of ['', 'cases?list=answered', 'irregularities', 'kiosks', 'staff']) {
    await page.goto(`${origin}/admin/${path}`);
    await expect(page.locator('h1').first()).toBeVisible();
    await page.waitForTimeout(400);
    await look(`/${path}`);
  }
  await page.goto(`${origin}/admin/cases?list=answered`);
  await page.locator('main a[href*="/admin/cases/"]').first().click();
  await expect(page.locator('.p-reply__words').first()).toContainText(longWord);
  await look('a case with its reply');
});

test('the kiosk breaks the longest word of a reply, and nothing of it is cut off', async ({
  kiosk: { page, hand },
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1024, height: 600 });
  await writeLongWords(page, /\/api\/submissions/);
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await hand.signIn(wekesa);
  await hand.at('submissions');
  await page
    .locator('.k-row')
    .filter({ hasText: /Answered|Reply|Settled/ })
    .first()
    .click();
  await expect(page.locator('.k-reply__text').first()).toContainText(longWord);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(60);
    await expectWhole(page, `a reply at ${size.width}×${size.height}`);
  }
});
