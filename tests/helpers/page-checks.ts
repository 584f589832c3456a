import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing is wider than the glass; nor taller, where a screen may not scroll. */
export async function expectInside(page: Page, where: string, { scrolls = true } = {}): Promise<void> {
  // Asked again until it holds: what answers to a change of size does so after it.
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const tall = () =>
    page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  await expect.poll(wide, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
  if (!scrolls) await expect.poll(tall, `${where} has to be scrolled`).toBeLessThanOrEqual(0);
}

/** No words are cut off by their own box, unless the box scrolls or says by three dots that it cuts; none stand out of a button. */
export async function expectUncut(page: Page, where: string): Promise<void> {
  const cut = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter(one => one.checkVisibility() && one.closest('svg, .c-visually-hidden') === null)
        .filter(
          one =>
            one.tagName === 'BUTTON' || [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE),
        )
        .filter(one => {
          if (one.tagName === 'BUTTON') return one.scrollHeight > one.clientHeight + 1;
          const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
          const wide = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
          const tall = overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1;
          return (
            (wide || tall) && !/auto|scroll/.test(`${overflowX} ${overflowY}`) && textOverflow === 'clip'
          );
        })
        .map(one => `${one.tagName}.${one.className}: ${one.textContent}`),
    );
  await expect.poll(cut, `${where} is cut off`).toEqual([]);
}

/**
 * Keeps a picture of the page in the folder that `SAUTI_PICTURES` names, if it names one: for a person to look at,
 * since no check here sees what is ugly.
 */
export async function keepPicture(page: Page, where: string): Promise<void> {
  const folder = process.env.SAUTI_PICTURES;
  if (!folder) return;
  await page.screenshot({ path: join(folder, `${where.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`) });
}

/** Nothing that axe calls serious or worse, by all its rules or by these. */
export async function expectAccessible(page: Page, where: string, rules?: string[]): Promise<void> {
  // Nothing of ours has frames: the newer mode, which opens a page of its own to gather theirs, costs a second.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // The rows of a long list are alike, and hundreds of them take minutes.
  axe.exclude('tbody > tr:nth-child(n + 13)');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  expect(serious, where).toEqual([]);
}

/** Everything that a finger can press is at least 64 by 64 CSS pixels. */
export async function expectLargeTargets(page: Page, where: string): Promise<void> {
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .map(button => ({ name: button.textContent?.trim() ?? '', box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 64 || box.height < 64))
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
  await expect.poll(small, `${where} has small targets`).toEqual([]);
}
