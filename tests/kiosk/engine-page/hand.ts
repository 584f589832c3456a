import type { Page } from '@playwright/test';
import type { ComplaintForm, KioskState, SendResult } from '../../../kiosk/store/types.ts';
import type { Browser } from '../../helpers/browser.ts';
import { serveEngine } from './build.ts';

/** What a test does at a kiosk without screens. */
export const state = (page: Page): Promise<KioskState> => page.evaluate(() => kioskStore.liveState().get());

/** Opens the engine's page and waits until the kiosk is enrolled, as a demonstration enrols it by itself. */
export async function openEngine(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.open();
  await page.goto(await serveEngine(browser.context, origin));
  await untilEnrolled(page);
  return page;
}

export async function untilEnrolled(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.kioskStore?.liveState().get().phase === 'enrolled', undefined, {
    timeout: 40_000,
  });
}

/** Enrolled and with the prison's settings, as after a first minute near the server. */
export async function openSetUp(browser: Browser, origin: string): Promise<Page> {
  const page = await openEngine(browser, origin);
  await page.waitForFunction(() => kioskStore.liveState().get().settings !== null);
  return page;
}

export const said: Omit<ComplaintForm, 'id' | 'bornAt'> = {
  kind: 'food',
  problem: 'spoiled',
  when: 'today',
  many: 'me',
  text: null,
  aboutOfficer: null,
  language: 'en',
};

export async function newComplaint(page: Page): Promise<ComplaintForm> {
  return { ...(await page.evaluate(() => kioskStore.newForm())), ...said };
}

export function send(page: Page, form: ComplaintForm): Promise<SendResult> {
  return page.evaluate(one => kioskStore.send(one, 'nameless'), form);
}

/** Sends one complaint; its number. */
export async function complain(page: Page): Promise<number> {
  const sent = await send(page, await newComplaint(page));
  if (!sent.ok) throw new Error(`not kept: ${sent.problem}`);
  return sent.receipt.sequence;
}

/** Asks the engine to try now what it would try within a minute. */
export const nudge = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

export async function untilDelivered(page: Page): Promise<void> {
  await nudge(page);
  await page.waitForFunction(() => kioskStore.liveState().get().waiting === 0, undefined, {
    timeout: 30_000,
  });
}
