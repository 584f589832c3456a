import type { Page } from '@playwright/test';

interface Ears {
  loudest: number;
  seconds: number;
}

/** Runs in the page, before its scripts: listens at the place where all sound leaves it. */
function putOn(): void {
  const ears: Ears = { loudest: 0, seconds: 0 };
  Object.assign(globalThis, { ears });
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
    const { context } = this;
    if (to === context.destination) {
      const analyser = context.createAnalyser();
      const samples = new Float32Array(analyser.fftSize);
      connect.call(this, analyser);
      let before = 0;
      setInterval(() => {
        // While the sound rests, the analyser goes on showing what it heard last.
        const { currentTime } = context;
        if (currentTime === before) return;
        before = currentTime;
        analyser.getFloatTimeDomainData(samples);
        const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        ears.loudest = Math.max(ears.loudest, loudest);
        if (loudest > 0.001) ears.seconds += samples.length / context.sampleRate;
      }, 20);
    }
    return connect.call(this, to);
  } as AudioNode['connect'];
}

/** Ears at the kiosk's sound: what they hear are the samples that go to the handset or the speaker. */
export class KioskEars {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** The page is loaded anew: ears are put on before its scripts run. */
  static async at(page: Page): Promise<KioskEars> {
    await page.addInitScript(putOn);
    await page.reload();
    return new KioskEars(page);
  }

  #heard(): Promise<Ears> {
    return this.#page.evaluate(() => ({ ...(globalThis as unknown as { ears: Ears }).ears }));
  }

  /** Forgets what was heard. */
  async deafen(): Promise<void> {
    await this.#page.evaluate(() =>
      Object.assign((globalThis as unknown as { ears: Ears }).ears, { loudest: 0, seconds: 0 }),
    );
  }

  /** The loudest sample since, from 0 to 1. */
  async loudest(): Promise<number> {
    return (await this.#heard()).loudest;
  }

  /** How much of what was listened to was not silent. */
  async seconds(): Promise<number> {
    return (await this.#heard()).seconds;
  }
}
