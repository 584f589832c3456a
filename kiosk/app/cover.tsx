import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Mark } from '../components/picture.tsx';
import { onTap } from '../components/tap.ts';
import { type Say, useWords } from '../i18n/words.ts';
import type { Idle } from './idle.ts';
import { useFact } from './live.ts';
import { loadSpeech } from './load-speech.ts';
import { isUnsent, session } from './session.ts';

export interface CoverProps {
  readonly idle: Extract<Idle, { state: 'covered' | 'counting' }>;
  readonly onWake: () => void;
}

/** Covers the whole screen, so that nothing of a person shows; one tap anywhere goes on. */
export function Cover({ idle, onWake }: CoverProps) {
  const { say } = useWords();
  const cover = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    cover.current?.focus();
  }, []);
  const counting = idle.state === 'counting';
  return (
    <button ref={cover} type="button" class="k-cover" data-state={idle.state} {...onTap(onWake)}>
      <span class="k-cover__mark">
        <Mark />
      </span>
      <span class="k-cover__title">{say('name')}</span>{' '}
      <span class="k-cover__words">
        <span>{say('idle.covered')}</span>{' '}
        <span>{counting && idle.extendable ? say('idle.minute') : say('idle.touch')}</span>
      </span>
      {counting ? <Countdown left={idle.left} total={idle.total} say={say} /> : null}
      <span class="c-weave" aria-hidden="true" />
    </button>
  );
}

interface CountdownProps {
  readonly left: number;
  readonly total: number;
  readonly say: Say;
}

function Countdown({ left, total, say }: CountdownProps) {
  const unsent = useFact(session, isUnsent);
  const wordsIn = (inOwn: Say) =>
    unsent ? inOwn('idle.unsent', { count: left }) : inOwn('idle.seconds', { count: left });
  useEffect(() => {
    void loadSpeech().then(speech =>
      speech.announce(inOwn => `${String(left)} ${wordsIn(inOwn)} ${inOwn('idle.minute')}`),
    );
    return () => void loadSpeech().then(speech => speech.stop());
    // Once, as it begins: it cannot be said in a second.
  }, []);
  return (
    <span class="k-cover__left">
      <span class="k-countdown" role="timer" style={{ '--countdown-total': String(total) }}>
        <span class="k-countdown__number">{left}</span> <span class="k-countdown__words">{wordsIn(say)}</span>
      </span>
    </span>
  );
}
