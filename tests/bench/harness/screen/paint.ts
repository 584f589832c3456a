import type { Page } from '@playwright/test';

/** The functions in this file run inside pages: each is sent as text and sees nothing around it. */
const told = 'bench: ';

/** Tells, once, when the first element of `selector` has been painted: milliseconds since the page was asked for. */
function tellFirst([selector, mark]: readonly [string, string]): void {
  const observer = new MutationObserver(look);
  function look() {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    // A frame's own callback comes before it is drawn; what was posted from there comes after.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => console.debug(mark + String(performance.now()));
      port2.postMessage(null);
    });
  }
  observer.observe(document, { childList: true, subtree: true });
}

/**
 * Tells for every press of the finger when the next picture after it was painted, or the one that brings what is
 * expected: milliseconds since the finger left the glass.
 */
function tellTaps(mark: string): void {
  let expected: string | null = null;
  Object.assign(globalThis, {
    expectPainted(selector: string | null) {
      expected = selector;
    },
  });
  const tellPaintedSince = (from: number) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => console.debug(mark + String(performance.now() - from));
      port2.postMessage(null);
    });
  addEventListener(
    'pointerup',
    ({ timeStamp }) => {
      const selector = expected;
      if (selector === null) {
        tellPaintedSince(timeStamp);
        return;
      }
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        tellPaintedSince(timeStamp);
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    { capture: true },
  );
}

const timeout = 30_000;

/** The next time that the page tells; by the console, because asking a slowed-down page slows it down more. */
export async function nextTold(page: Page): Promise<number> {
  const message = await page.waitForEvent('console', {
    predicate: found => found.text().startsWith(told),
    timeout,
  });
  return Number(message.text().slice(told.length));
}

/**
 * Loads an address, as far as to `until`; resolves with the milliseconds until what is watched for was painted.
 */
export async function timeToPaint(
  page: Page,
  address: string,
  until: 'commit' | 'load' = 'load',
): Promise<number> {
  const painted = nextTold(page);
  await Promise.all([page.goto(address, { waitUntil: until }), painted]);
  return painted;
}

/** From now on every page that opens here tells when `selector` is there first. */
export async function watchFirst(page: Page, selector: string): Promise<void> {
  await page.addInitScript(tellFirst, [selector, told] as const);
}

/** From now on this page tells what every tap took. */
export async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(tellTaps, told);
}

/** What the next taps are to bring; null for whatever is painted next. */
export async function expectPainted(page: Page, selector: string | null): Promise<void> {
  await page.evaluate(wanted => {
    (globalThis as unknown as { expectPainted(selector: string | null): void }).expectPainted(wanted);
  }, selector);
}

/** One tap in the middle of a button; resolves with the milliseconds from finger up to the picture after it. */
export async function timedTap(page: Page, name: string | RegExp): Promise<number> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  const box = await button.boundingBox();
  if (!box) throw new Error(`${name} is not on the screen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const painted = nextTold(page);
  await page.mouse.down();
  await page.mouse.up();
  return painted;
}
