/** What the page asks of the worker in which the engine runs, and what it answers. */

/** The languages that espeak-ng has a voice for, of those that a kiosk speaks. */
export const voices = ['en', 'sw', 'om'] as const;
export type Voice = (typeof voices)[number];

export type Asked =
  /** First of all: where the voices lie. */
  { readonly voicesPath: string } | { readonly id: number; readonly text: string; readonly voice: Voice };

/** When a word of the text begins. */
export interface WordTime {
  /** Its first letter, counted from nought. */
  readonly at: number;
  readonly length: number;
  /** Seconds from the start of the sound. */
  readonly second: number;
}

/** One voice, one channel. */
export interface Sound {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Samples a second. */
  readonly rate: number;
  readonly words: readonly WordTime[];
}

export type Answered = { readonly id: number; readonly sound: Sound | null };
