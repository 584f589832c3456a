import { voicesPath } from 'virtual:speech-voices';
import { trustedPath } from '../app/trusted-path.ts';
import type { Answered, Asked, Sound, Voice } from './protocol.ts';
import enginePath from './speech-engine.ts?worker&url';

/** The engine, as long as it lives; one that failed to start is started again at the next text. */
let worker: Worker | null = null;
let lastId = 0;
/** An engine that answers nothing must not keep a screen from covering itself. */
const patienceMs = 10_000;
const waiting = new Map<number, (sound: Sound | null) => void>();

function giveUp(): void {
  worker?.terminate();
  worker = null;
  for (const answer of waiting.values()) answer(null);
  waiting.clear();
}

function engine(): Worker {
  if (worker) return worker;
  worker = new Worker(trustedPath('sauti-speech', enginePath), { type: 'module' });
  worker.onerror = giveUp;
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    const answer = waiting.get(data.id);
    waiting.delete(data.id);
    answer?.(data.sound);
    if (data.sound === null) giveUp();
  };
  worker.postMessage({ voicesPath } satisfies Asked);
  return worker;
}

/** A text as sound, made by the product itself with no network; null if the engine cannot. */
export function voiced(text: string, voice: Voice): Promise<Sound | null> {
  return new Promise(resolve => {
    const target = engine();
    lastId += 1;
    const late = setTimeout(giveUp, patienceMs);
    waiting.set(lastId, sound => {
      clearTimeout(late);
      resolve(sound);
    });
    target.postMessage({ id: lastId, text, voice } satisfies Asked);
  });
}
