import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { caseNameOf } from '../../store/case-name.ts';
import type { Me } from '../../store/session.ts';
import type { CasePage } from '../../store/submission.ts';
import { useSound } from './use-sound.ts';
import { WordsForm, Written } from './words.tsx';

const speeds = [0.75, 1, 1.25, 1.5] as const;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** What was spoken, where there is anything: to be played, on its way, or not for this reader. */
export function VoiceOf({ me, page }: { readonly me: Me; readonly page: CasePage }) {
  if (!page.hasVoice) return null;
  const { voice } = page;
  return (
    <section class="p-voice" aria-label={t('said.voice.title')}>
      <h3 class="p-voice__title">
        <Icon name="mic" />
        {t('said.voice.title')}
      </h3>
      {voice === null ? <p class="p-said__by">{t('said.voice.hidden')}</p> : null}
      {voice && voice.held < voice.parts ? (
        <Notice kind="attention" icon="hourglass">
          {t('said.voice.coming', { held: voice.held, parts: voice.parts })}
        </Notice>
      ) : null}
      {voice && voice.held >= voice.parts ? <Player page={page} seconds={voice.milliseconds / 1000} /> : null}
      <Written page={page} />
      {me.role === 'first-reader' ? <WordsForm page={page} /> : null}
    </section>
  );
}

function Player({ page, seconds }: { readonly page: CasePage; readonly seconds: number }) {
  const [speed, setSpeed] = useState<number>(1);
  const sound = useSound(caseNameOf(page), speed);
  return (
    <>
      <div class="p-voice__player">
        <Button
          kind="primary"
          icon={sound.playing ? 'pause' : 'play'}
          busy={sound.busy}
          onClick={sound.toggle}
        >
          {t(sound.playing ? 'said.voice.pause' : 'said.voice.play')}
        </Button>
        <input
          type="range"
          class="p-voice__place"
          aria-label={t('said.voice.place')}
          min={0}
          max={seconds}
          step={0.1}
          value={sound.at}
          onInput={event => sound.seek(event.currentTarget.valueAsNumber)}
        />
        <span class="p-number">
          {clock(sound.at)} / {clock(seconds)}
        </span>
        <Speeds speed={speed} choose={setSpeed} />
      </div>
      {sound.failure ? (
        <Notice kind="danger" icon="circle-alert">
          {failureWords(sound.failure)}
        </Notice>
      ) : null}
      <p class="p-said__by">
        {t('said.voice.language', { language: languageWords(page.language) })} {t('said.voice.logged')}
      </p>
    </>
  );
}

function Speeds({ speed, choose }: { readonly speed: number; readonly choose: (speed: number) => void }) {
  return (
    <fieldset class="p-voice__speeds">
      <legend class="c-visually-hidden">{t('said.voice.speed')}</legend>
      {speeds.map(one => (
        <label key={one} class="p-voice__speed">
          <input type="radio" name="speed" checked={one === speed} onChange={() => choose(one)} />
          <span>{one}×</span>
        </label>
      ))}
    </fieldset>
  );
}
