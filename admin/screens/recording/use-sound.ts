import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { type Failure, failureOf, isAbort } from '../../api/failure.ts';
import { askOf, type CaseName, caseKey } from '../../store/case-name.ts';

export interface SoundView {
  readonly playing: boolean;
  readonly busy: boolean;
  /** Seconds from its beginning. */
  readonly at: number;
  readonly failure: Failure | null;
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
}

/** The recording of a case in memory, under an address that is nowhere else. */
async function fetchSound(name: CaseName): Promise<string> {
  const { type, sound } = await call('GET /api/cases/:number/recording', askOf(name));
  return URL.createObjectURL(new Blob([Uint8Array.fromBase64(sound)], { type }));
}

/** A recording of a browser does not say how long it is; looked for its end once, the player knows its places. */
function learnLength(player: HTMLAudioElement): Promise<void> {
  return new Promise(resolve => {
    const found = () => {
      player.removeEventListener('durationchange', look);
      player.currentTime = 0;
      resolve();
    };
    const look = () => {
      if (Number.isFinite(player.duration)) found();
    };
    player.addEventListener('durationchange', look);
    player.addEventListener(
      'loadedmetadata',
      () => {
        if (Number.isFinite(player.duration)) found();
        else player.currentTime = Number.MAX_SAFE_INTEGER;
      },
      { once: true },
    );
    player.addEventListener('error', () => resolve(), { once: true });
  });
}

/** Plays what was spoken, at a speed of one's own. It is fetched when it is first played: that is written down. */
export function useSound(name: CaseName, speed: number): SoundView {
  const [playing, setPlaying] = useState(false);
  const [busy, setBusy] = useState(false);
  const [at, setAt] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const player = useRef<HTMLAudioElement | null>(null);

  const open = async (): Promise<HTMLAudioElement> => {
    if (player.current) return player.current;
    const made = new Audio(await fetchSound(name));
    await learnLength(made);
    made.addEventListener('timeupdate', () => setAt(made.currentTime));
    made.addEventListener('ended', () => setPlaying(false));
    player.current = made;
    return made;
  };

  const toggle = async () => {
    if (busy) return;
    if (playing) {
      player.current?.pause();
      return setPlaying(false);
    }
    setBusy(true);
    setFailure(null);
    try {
      const made = await open();
      made.playbackRate = speed;
      await made.play();
      setPlaying(true);
    } catch (error) {
      if (!isAbort(error)) setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    if (player.current) player.current.playbackRate = speed;
  }, [speed]);

  useEffect(
    () => () => {
      const made = player.current;
      player.current = null;
      made?.pause();
      if (made) URL.revokeObjectURL(made.src);
    },
    [caseKey(name)],
  );

  return {
    ...{ playing, busy, at, failure },
    toggle: () => void toggle(),
    seek(seconds) {
      if (player.current) player.current.currentTime = seconds;
      setAt(seconds);
    },
  };
}
