import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { extended, type Idle, idleAt, nextChange, type Touches, type Turn, touched } from './idle.ts';
import { listening } from './listening.ts';
import { useLive } from './live.ts';
import { recordingNow } from './recording.ts';

export interface IdleView {
  readonly idle: Idle;
  /** The tap that uncovers, or that gives a minute while the countdown runs. */
  readonly wake: () => void;
}

/**
 * Follows the touches of the whole page. `onOver` runs once the turn is over. The clock is the monotonic one: a
 * wall clock that is set right in between must not sign anybody out, or keep them in. A touch that changes nothing of
 * what is shown draws nothing: it comes with every tap.
 */
export function useIdle(turn: Turn, onOver: () => void): IdleView {
  const touches = useRef<Touches>(touched(performance.now()));
  const [now, setNow] = useState(() => performance.now());
  const speaks = [useLive(listening).now === 'speaking', useLive(recordingNow)].includes(true);
  const idle: Idle = speaks
    ? { state: 'awake' }
    : idleAt(Math.max(now, touches.current.last), touches.current, turn);
  const covered = idle.state === 'covered' || idle.state === 'counting';
  const shown = useRef(idle.state);
  shown.current = idle.state;

  useLayoutEffect(() => {
    // Under the cover only the cover's own tap counts, or a hand resting on the glass would keep a turn open.
    if (covered) return;
    const touch = () => {
      const at = performance.now();
      touches.current = touched(at);
      if (shown.current !== 'awake') setNow(at);
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    // A finger's click follows its own pointer; one without is the press of an aid that has neither finger nor keys.
    const press = (event: MouseEvent) => {
      if (event.detail === 0) touch();
    };
    for (const name of events) addEventListener(name, touch, { capture: true, passive: true });
    addEventListener('click', press, { capture: true, passive: true });
    return () => {
      for (const name of events) removeEventListener(name, touch, { capture: true });
      removeEventListener('click', press, { capture: true });
    };
  }, [covered]);

  useLayoutEffect(() => {
    const wait = speaks ? null : nextChange(performance.now(), touches.current, turn);
    if (wait === null) return;
    // By then there may have been a touch: then it is looked again when that one is so long ago.
    const timer = setTimeout(() => setNow(performance.now()), wait + 5);
    return () => clearTimeout(timer);
  }, [turn, now, speaks]);

  useLayoutEffect(() => {
    // Whoever listens or speaks touches nothing: the time counts from the end of the sound.
    if (speaks)
      return () => {
        touches.current = touched(performance.now());
      };
  }, [speaks]);

  useLayoutEffect(() => {
    if (idle.state === 'over') onOver();
  }, [idle.state, onOver]);

  const wake = () => {
    const at = performance.now();
    touches.current = idle.state === 'counting' ? extended(at, touches.current) : touched(at);
    setNow(at);
  };
  return { idle, wake };
}
