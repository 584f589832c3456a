import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Browser } from './browser.ts';

const rate = 16_000;
const seconds = 20;

/** A voice as far as a machine can tell: a tone that swells four times a second. */
function wave(): Buffer {
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let at = 0; at < rate * seconds; at += 1) {
    const swell = 0.5 + 0.5 * Math.sin((2 * Math.PI * 4 * at) / rate);
    samples.writeInt16LE(Math.round(9_000 * swell * Math.sin((2 * Math.PI * 330 * at) / rate)), at * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Gives a browser a microphone into which somebody speaks; to be called before it is opened. */
export async function giveVoice(browser: Browser): Promise<void> {
  const file = join(browser.profile, 'voice.wav');
  await writeFile(file, wave());
  browser.flags.push(
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}`,
  );
}

/** Keeps, in the page, every byte that its recorder gives out. To be called before the page is loaded. */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: Promise<Uint8Array>[] = [];
    Object.assign(globalThis, { recorded });
    const start = MediaRecorder.prototype.start;
    MediaRecorder.prototype.start = function (this: MediaRecorder, ...given) {
      recorded.length = 0;
      this.addEventListener('dataavailable', ({ data }) => void recorded.push(data.bytes()));
      return start.apply(this, given);
    };
  });
}

/** All that was recorded last, joined; and of how many pieces. */
export async function recordedIn(page: Page): Promise<{ bytes: Buffer; pieces: number }> {
  const pieces = await page.evaluate(async () => {
    const { recorded } = globalThis as unknown as { recorded: Promise<Uint8Array>[] };
    return (await Promise.all(recorded)).map(piece => [...piece]);
  });
  return { bytes: Buffer.concat(pieces.map(piece => Buffer.from(piece))), pieces: pieces.length };
}
