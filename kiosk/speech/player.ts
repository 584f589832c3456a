import type { Sound } from './protocol.ts';

/** A sound that the machine cannot play must not hold up what waits for its end: the privacy of the screen does. */
const slackMs = 1_500;

let context: AudioContext | null = null;
let volume: GainNode | null = null;
let endNow: (() => void) | null = null;

function output(): { context: AudioContext; volume: GainNode } {
  context ??= new AudioContext({ latencyHint: 'interactive' });
  if (!volume) {
    volume = context.createGain();
    volume.connect(context.destination);
  }
  return { context, volume };
}

/** How loud it is, from 0 to 1, from now on. */
export function setGain(gain: number): void {
  const {
    volume: node,
    context: { currentTime },
  } = output();
  node.gain.setTargetAtTime(gain, currentTime, 0.01);
}

function sourceOf(sound: Sound): AudioBufferSourceNode {
  const to = output();
  const buffer = to.context.createBuffer(1, Math.max(sound.samples.length, 1), sound.rate);
  buffer.copyToChannel(sound.samples, 0);
  const source = to.context.createBufferSource();
  source.buffer = buffer;
  source.connect(to.volume);
  return source;
}

/** Follows the words by the clock of the sound itself. Gives the way to stop. */
function follow(sound: Sound, startedAt: number, onWord: (at: number, length: number) => void): () => void {
  let next = 0;
  let frame = requestAnimationFrame(function look() {
    const second = output().context.currentTime - startedAt;
    let now = next;
    while ((sound.words[now]?.second ?? Number.POSITIVE_INFINITY) <= second) now += 1;
    const word = sound.words[now - 1];
    if (now > next && word) onWord(word.at, word.length);
    next = now;
    frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}

/** Plays a sound to its end, or to `silence`. `onWord` is told when each word begins. */
export async function play(sound: Sound, onWord: (at: number, length: number) => void): Promise<void> {
  silence();
  const { context: clock } = output();
  void clock.resume();
  const source = sourceOf(sound);
  const stopFollowing = follow(sound, clock.currentTime, onWord);
  source.start();
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, (sound.samples.length / sound.rate) * 1_000 + slackMs);
    endNow = () => {
      clearTimeout(timer);
      resolve();
    };
    source.onended = endNow;
  });
  endNow = null;
  stopFollowing();
  source.stop();
  source.disconnect();
}

/** Ends what plays, at once. */
export function silence(): void {
  endNow?.();
}

/** The machine's sound may rest until something is played again. */
export function rest(): void {
  void context?.suspend();
}
