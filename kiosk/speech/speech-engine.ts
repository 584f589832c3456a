import load, { type Synthesizer } from '@echogarden/espeak-ng-emscripten';
import type { Answered, Asked, Sound, Voice, WordTime } from './protocol.ts';

/**
 * The worker in which espeak-ng speaks, so that no tap waits for it. One text after the other: a text is a sentence
 * or less, and made in some milliseconds.
 */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answered, transfer: Transferable[]): void;
};

/** Words a minute: slower than the engine's own 175, for ears that are not used to it. */
const pace = 145;
const loudest = 32_768;

async function start(voicesPath: string): Promise<Synthesizer> {
  const response = await fetch(voicesPath);
  if (!response.ok) throw new Error(`the voices answered ${response.status}`);
  const data = await response.arrayBuffer();
  // The engine is compiled to script ahead; asked for a binary all the same, it is content with an empty one.
  const { eSpeakNGWorker } = await load({
    getPreloadedPackage: () => data,
    wasmBinary: new ArrayBuffer(0),
  });
  const synthesizer = new eSpeakNGWorker();
  synthesizer.rate = pace;
  return synthesizer;
}

function joined(pieces: readonly Int16Array[]): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) for (const value of piece) samples[at++] = value / loudest;
  return samples;
}

function synthesize(synthesizer: Synthesizer, text: string, voice: Voice): Sound {
  const pieces: Int16Array[] = [];
  const words: WordTime[] = [];
  synthesizer.set_voice(voice, voice, 0, 0, 0);
  // The engine reads markup; what somebody wrote is never any. Letter for letter, or places would shift.
  synthesizer.synthesize(text.replaceAll(/[<>&]/g, ' '), (samples, events) => {
    pieces.push(samples);
    for (const event of events)
      if (event.type === 'word')
        words.push({
          at: event.text_position - 1,
          length: event.word_length,
          second: event.audio_position / 1_000,
        });
    return false;
  });
  return { samples: joined(pieces), rate: synthesizer.samplerate, words };
}

let engine: Promise<Synthesizer> | null = null;

scope.onmessage = async ({ data }) => {
  if ('voicesPath' in data) {
    engine = start(data.voicesPath);
    return;
  }
  const { id, text, voice } = data;
  try {
    if (!engine) throw new Error('the voices were not named');
    const sound = synthesize(await engine, text, voice);
    scope.postMessage({ id, sound }, [sound.samples.buffer]);
  } catch {
    scope.postMessage({ id, sound: null }, []);
  }
};
