import type { Sound } from './protocol.ts';

const rate = 22_050;
const noteSeconds = 0.11;
const notes = [523, 392] as const;
const loudness = 0.25;

/** Two falling notes: what follows is a draft that nobody has checked. */
export function draftTone(): Sound {
  const length = Math.round(noteSeconds * rate);
  const samples = new Float32Array(length * (notes.length + 1));
  for (const [at, hertz] of notes.entries())
    for (let each = 0; each < length; each += 1) {
      // Swells and fades, or each note would begin and end with a click.
      const swell = Math.sin((Math.PI * each) / length);
      samples[at * length + each] = loudness * swell * Math.sin((2 * Math.PI * hertz * each) / rate);
    }
  return { samples, rate, words: [] };
}
