declare module 'virtual:speech-voices' {
  /** Where the voices of the engine are, on this origin. */
  export const voicesPath: string;
}

/** The few lines of espeak-ng's script that are used here; it brings no types of its own. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface SpeechEvent {
    readonly type: string;
    /** The first letter of a word, counted from one. */
    readonly text_position: number;
    /** Letters of the word. */
    readonly word_length: number;
    /** Milliseconds from the start of the sound. */
    readonly audio_position: number;
  }

  export interface Synthesizer {
    readonly samplerate: number;
    /** Words a minute. */
    rate: number;
    set_voice(name: string, language: string, gender: number, age: number, variant: number): number;
    /** Calls back, before it returns, with the sound piece by piece; `true` ends it early. */
    synthesize(text: string, onSound: (samples: Int16Array, events: readonly SpeechEvent[]) => boolean): void;
  }

  function load(settings: {
    getPreloadedPackage: () => ArrayBuffer;
    wasmBinary: ArrayBuffer;
  }): Promise<{ readonly eSpeakNGWorker: new () => Synthesizer }>;

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export { load as default };
}
