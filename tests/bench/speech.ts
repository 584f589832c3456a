import type { Page } from '@playwright/test';
import { figureOf, type Pair } from './harness/figure.ts';
import { inTurn } from './harness/rounds.ts';
import { openKiosk } from './harness/screen/at-kiosk.ts';
import { openStage, slowedDown } from './harness/screen/stage.ts';
import type { Bench } from './harness/workshop.ts';

const rate = 4;

/** When what happened, as the page's own clock has it: set by `watchSound`. */
interface Times {
  tapped: number;
  /** The first sound of any kind, and the first that is longer than the two notes of a draft. */
  sounded: number | null;
  spoke: number | null;
  asked: number;
  /** What the engine took for its first sentence since the tap, in a worker that no throttling reaches. */
  made: number | null;
}

/** Runs in the page before its scripts: notes the finger, each sound that begins, and how long the engine takes. */
function watchSound(): void {
  const times: Times = { tapped: 0, sounded: null, spoke: null, asked: 0, made: null };
  Object.assign(globalThis, { times });
  addEventListener(
    'pointerup',
    () => Object.assign(times, { tapped: performance.now(), sounded: null, spoke: null, made: null }),
    { capture: true },
  );
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (...when) {
    const { context, buffer } = this;
    const delay = context instanceof AudioContext ? (context.baseLatency + context.outputLatency) * 1_000 : 0;
    const now = performance.now() + delay;
    times.sounded ??= now;
    if ((buffer?.duration ?? 0) > 0.4) times.spoke ??= now;
    start.apply(this, when);
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown) {
    times.asked = performance.now();
    this.addEventListener(
      'message',
      () => {
        times.made ??= performance.now() - times.asked;
      },
      { once: true },
    );
    post.call(this, message);
  };
}

const timesOf = (page: Page) =>
  page.evaluate(() => ({ ...(globalThis as unknown as { times: Times }).times }));

/** From the finger leaving the glass to the first word; the engine's time, which is not throttled, counted fully. */
async function tapToWord(page: Page): Promise<{ sign: number; word: number }> {
  await page.getByRole('button', { name: 'Listen' }).click();
  await page.waitForFunction(() => (globalThis as unknown as { times: Times }).times.spoke !== null);
  const { tapped, sounded, spoke, made } = await timesOf(page);
  const engine = (made ?? 0) * (rate - 1);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.waitForTimeout(500);
  return { sign: (sounded ?? 0) - tapped, word: (spoke ?? 0) - tapped + engine };
}

/** The floor: a tap on a bare button, which plays a sound of three seconds that lies ready in memory. */
async function tapToReadySound(page: Page): Promise<number> {
  await page.getByRole('button').first().click();
  await page.waitForFunction(() => (globalThis as unknown as { times: Times }).times.spoke !== null);
  const { tapped, spoke } = await timesOf(page);
  return (spoke ?? 0) - tapped;
}

/** Gives the bare page's button its sound. */
function layReady(): void {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const buffer = context.createBuffer(1, 3 * 22_050, 22_050);
  document.querySelector('button')?.addEventListener('pointerup', () => {
    void context.resume();
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    source.start();
  });
}

/** How soon *Listen* is heard, once it was heard before. */
export const speech: Bench = {
  name: 'speech',
  async run({ rounds, report }) {
    const stage = await openStage();
    try {
      const bare = await (await stage.newBrowser()).open();
      await bare.addInitScript(watchSound);
      await bare.goto(stage.bare.origin);
      await bare.evaluate(layReady);
      const page = await openKiosk(await stage.newBrowser(), stage.server.origin);
      await page.addInitScript(watchSound);
      await page.reload();
      await page.getByText('Connected').waitFor();
      // Warm: once the engine has spoken.
      await tapToWord(page);
      const signs: Pair[] = [];
      const words = await inTurn(
        rounds,
        () => slowedDown(bare, rate, () => tapToReadySound(bare)),
        async () => {
          const { sign, word } = await slowedDown(page, rate, () => tapToWord(page));
          signs.push({ figure: sign, floor: null });
          return word;
        },
      );
      report(
        figureOf(
          {
            bench: 'speech',
            case: `first word, ${rate}× slower processor`,
            unit: 'ms',
            goal: { of: 'figure', better: 'less', must: 1_000, aim: 500 },
            note: 'finger up to the first word of the first screen, after the two notes of a draft; the worker, which the throttling does not reach, counted four times; floor: a sound played from memory',
          },
          words,
        ),
      );
      report(
        figureOf(
          {
            bench: 'speech',
            case: `first sound, ${rate}× slower processor`,
            unit: 'ms',
            goal: null,
            note: 'finger up to the first of the two notes that say draft',
          },
          signs,
        ),
      );
    } finally {
      await stage.close();
    }
  },
};
