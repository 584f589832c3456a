import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Icon, Picture } from '../components/picture.tsx';
import { onTap } from '../components/tap.ts';
import { useWords } from '../i18n/words.ts';
import { listening } from './listening.ts';
import { useLive } from './live.ts';
import { loadSpeech } from './load-speech.ts';

/** *Listen*, above at the end of the bar on every screen; while it speaks, *Stop*. */
export function ListenCorner() {
  const { say } = useWords();
  const { now } = useLive(listening);
  const speaks = now === 'speaking';
  return (
    <button
      type="button"
      class="k-corner k-corner--listen"
      aria-pressed={speaks}
      {...onTap(() => void loadSpeech().then(speech => speech.listen()))}
    >
      <Icon name={speaks ? 'square' : 'volume-2'} />
      <span class="k-corner__label">{speaks ? say('listen.stop') : say('listen.start')}</span>
    </button>
  );
}

const steps = [1, 2, 3, 4, 5] as const;

/** Softer and louder, in the middle of the bar while something is spoken. */
export function Volume() {
  const { say } = useWords();
  const { volume } = useLive(listening);
  const change = (by: 1 | -1) => () => void loadSpeech().then(speech => speech.changeVolume(by));
  return (
    <div class="k-volume">
      <VolumeButton icon="minus" label={say('listen.softer')} off={volume === 1} act={change(-1)} />
      <span class="k-volume__steps" aria-hidden="true">
        {steps.map(step => (
          <i key={step} data-on={step <= volume || undefined} />
        ))}
      </span>
      <VolumeButton icon="plus" label={say('listen.louder')} off={volume === steps.length} act={change(1)} />
    </div>
  );
}

interface VolumeButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly off: boolean;
  readonly act: () => void;
}

function VolumeButton({ icon, label, off, act }: VolumeButtonProps) {
  return (
    <button
      type="button"
      class="k-volume__button"
      aria-label={label}
      aria-disabled={off || undefined}
      {...onTap(act)}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Over the screen, on a kiosk with a speaker: what is somebody's is heard by all who stand near. */
export function Overheard() {
  const { say } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const answer = (given: boolean) => () => void loadSpeech().then(speech => speech.consent(given));
  return (
    <div class="k-overheard" role="alertdialog" aria-labelledby="overheard">
      <div class="k-overheard__card">
        <Picture id="many-others" />
        <h2 ref={title} id="overheard" class="k-title" tabIndex={-1}>
          {say('listen.overheard')}
        </h2>
        <div class="k-actions">
          <Button kind="secondary" large icon="volume-x" label={say('listen.no')} onTap={answer(false)} />
          <Button kind="primary" large icon="volume-2" label={say('listen.yes')} onTap={answer(true)} />
        </div>
      </div>
    </div>
  );
}
