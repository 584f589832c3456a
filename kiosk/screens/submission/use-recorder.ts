import { useEffect, useRef, useState } from 'preact/hooks';
import { longestSeconds } from '../../../shared/recording/limits.ts';
import type { Recording } from '../../../shared/recording/schema.ts';
import { loadSpeech } from '../../app/load-speech.ts';
import { recordingNow } from '../../app/recording.ts';
import { useHere } from '../../app/use-here.ts';
import { openMicrophone, type Recorder, record, shutMicrophone } from '../../recorder/recorder.ts';
import { forgetSpoken, noteSpoken } from '../../recorder/spoken.ts';
import { dropRecording, finishRecording, keepPiece, startRecording } from '../../store/index.ts';

/** Where a recording stands. `missing`: no microphone, or it is refused; `failed`: it could not be kept. */
export type Stage = 'ready' | 'opening' | 'recording' | 'ending' | 'missing' | 'no-place' | 'failed';

interface Running {
  readonly recorder: Recorder;
  readonly startedAt: number;
}

export interface RecorderView {
  readonly stage: Stage;
  /** Seconds since it began. */
  readonly seconds: number;
  readonly level: () => number;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Opens the microphone, and a place to keep what is spoken; what stands in the way otherwise. */
async function begin(
  item: string,
  onLost: () => void,
): Promise<Recorder | 'missing' | 'no-place' | 'failed'> {
  const stream = await openMicrophone();
  if (!stream) return 'missing';
  forgetSpoken();
  const place = await startRecording(item);
  if (!place.ok) {
    shutMicrophone(stream);
    return place.problem === 'no-place' ? 'no-place' : 'failed';
  }
  const onPiece = (bytes: Uint8Array<ArrayBuffer>) => {
    noteSpoken(bytes);
    keepPiece(bytes);
  };
  return record(stream, onPiece, onLost);
}

/**
 * Records for the form with this id. The microphone is open only while it records, and is shut when the screen goes:
 * then what was begun is dropped. `onDone` is given what the form says of it.
 */
export function useRecorder(item: string, onDone: (recording: Recording) => void): RecorderView {
  const [stage, setStage] = useState<Stage>('ready');
  const [seconds, setSeconds] = useState(0);
  const running = useRef<Running | null>(null);
  const here = useHere();

  const end = async () => {
    const now = running.current;
    if (!now) return;
    running.current = null;
    setStage('ending');
    const milliseconds = await now.recorder.stop();
    recordingNow.set(false);
    const recording = await finishRecording(milliseconds);
    if (!here.current) return;
    setStage(recording ? 'ready' : 'failed');
    if (recording) onDone(recording);
  };

  const start = async () => {
    if (running.current || stage === 'opening') return;
    setStage('opening');
    setSeconds(0);
    (await loadSpeech()).stop();
    const recorder = await begin(item, () => void end());
    if (typeof recorder === 'string') return setStage(recorder);
    if (!here.current) return abandon(recorder);
    running.current = { recorder, startedAt: performance.now() };
    recordingNow.set(true);
    setStage('recording');
  };

  useEffect(() => {
    if (stage !== 'recording') return;
    const timer = setInterval(() => {
      const passed = (performance.now() - (running.current?.startedAt ?? 0)) / 1000;
      setSeconds(Math.floor(passed));
      if (passed >= longestSeconds) void end();
    }, 250);
    return () => clearInterval(timer);
  }, [stage]);

  useEffect(
    () => () => {
      const now = running.current;
      running.current = null;
      if (now) abandon(now.recorder);
    },
    [],
  );

  return {
    stage,
    seconds,
    level: () => running.current?.recorder.level() ?? 0,
    start: () => void start(),
    stop: () => void end(),
  };
}

/** Its screen is gone: the microphone is shut, and nothing of it stays. */
function abandon(recorder: Recorder): void {
  recordingNow.set(false);
  void recorder.stop().then(() => {
    forgetSpoken();
    return dropRecording();
  });
}
