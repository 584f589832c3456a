import { recordingType } from '../../shared/recording/limits.ts';

/** One piece a second: so much is lost at most if the power goes. */
const pieceMs = 1_000;
/** Speech is understood well at this, in bits a second. */
const bitRate = 16_000;
/** Samples that the level is worked out from. */
const levelSamples = 1_024;

export interface Recorder {
  /** How loud it is now, from 0 to 1. */
  readonly level: () => number;
  /** Ends it; resolves with its length in milliseconds once the last piece has come. The microphone is shut. */
  readonly stop: () => Promise<number>;
}

/** The microphone, opened for this one recording; null if there is none, or it is refused. */
export async function openMicrophone(): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true },
    });
  } catch {
    return null;
  }
}

/** Shuts it: the light on the machine goes out. */
export function shutMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function makeMeter(stream: MediaStream): { level: () => number; end: () => void } {
  const context = new AudioContext();
  const meter = context.createAnalyser();
  meter.fftSize = levelSamples;
  context.createMediaStreamSource(stream).connect(meter);
  const samples = new Float32Array(levelSamples);
  return {
    level() {
      meter.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / levelSamples;
      // Speech before a microphone seldom gets over a third of the full scale.
      return Math.min(1, Math.sqrt(power) * 3);
    },
    end: () => void context.close(),
  };
}

/**
 * Records from an open microphone. `onPiece` is given each piece as it comes, in order; they are put together
 * nowhere here. `onLost`: the microphone was pulled out.
 */
export function record(
  stream: MediaStream,
  onPiece: (bytes: Uint8Array<ArrayBuffer>) => void,
  onLost: () => void,
): Recorder {
  const options: MediaRecorderOptions & { audioBitrateMode: 'constant' } = {
    mimeType: recordingType,
    audioBitsPerSecond: bitRate,
    // Pieces of one size, so that their envelopes do not tell where somebody was silent.
    audioBitrateMode: 'constant',
  };
  const machine = new MediaRecorder(stream, options);
  const meter = makeMeter(stream);
  let pieces = Promise.resolve();
  machine.addEventListener('dataavailable', ({ data }) => {
    pieces = pieces.then(async () => onPiece(new Uint8Array(await data.arrayBuffer())));
  });
  const [track] = stream.getAudioTracks();
  track?.addEventListener('ended', onLost);
  const startedAt = performance.now();
  machine.start(pieceMs);
  return {
    level: meter.level,
    async stop() {
      const milliseconds = performance.now() - startedAt;
      track?.removeEventListener('ended', onLost);
      if (machine.state !== 'inactive') {
        const stopped = new Promise(resolve => machine.addEventListener('stop', resolve, { once: true }));
        machine.stop();
        await stopped;
      }
      await pieces;
      meter.end();
      shutMicrophone(stream);
      return milliseconds;
    },
  };
}
