import { useEffect, useRef, useState } from 'preact/hooks';
import { longestSeconds } from '../../../shared/recording/limits.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { loadSpeech } from '../../app/load-speech.ts';
import { back, replace } from '../../app/navigator.ts';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { State } from '../../components/state.tsx';
import { useWords } from '../../i18n/words.ts';
import { hasSpoken, soundSpoken } from '../../recorder/spoken.ts';
import { sayLength } from './say-length.ts';
import { type DraftAnswers, goOn, useDraft } from './use-draft.ts';
import { type RecorderView, type Stage, useRecorder } from './use-recorder.ts';
import './speak.css';

/** One's own words, spoken. Where others stand near, that is said first; the microphone opens at a tap. */
export function Speak() {
  const answers = useDraft();
  const { settings } = useKiosk();
  const [heeded, setHeeded] = useState(false);
  if (!answers) return null;
  // A kiosk that does not know yet what it is counts as a speaker.
  if (settings?.mode !== 'handset' && !heeded && !answers.draft.voice)
    return <Overheard onYes={() => setHeeded(true)} />;
  return <Recording answers={answers} />;
}

function Overheard({ onYes }: { onYes: () => void }) {
  const { say } = useWords();
  return (
    <State
      kind="error"
      picture="many-others"
      title={say('speak.overheard')}
      lead={say('speak.overheardLead')}
    >
      <Button kind="secondary" large icon="arrow-left" label={say('speak.overheardNo')} onTap={back} />
      <Button kind="primary" large icon="mic" label={say('speak.overheardYes')} onTap={onYes} />
    </State>
  );
}

function Recording({ answers: { draft, change } }: { answers: DraftAnswers }) {
  const view = useRecorder(draft.id, voice => change({ ...draft, voice }));
  const { stage } = view;
  const again = () => {
    change({ ...draft, voice: null });
    view.start();
  };
  if (stage === 'missing' || stage === 'no-place' || stage === 'failed') return <Hindrance stage={stage} />;
  if (draft.voice && stage === 'ready') return <Spoken answers={{ draft }} onAgain={again} />;
  return <Machine view={view} />;
}

/** A large button, how loud it is, and how long one can still speak. */
function Machine({ view: { stage, seconds, level, start, stop } }: { view: RecorderView }) {
  const { say } = useWords();
  const records = stage === 'recording';
  const title = say(records ? 'speak.recording' : 'speak.title');
  return (
    <section class="k-speak" data-records={records || undefined}>
      <h1 class="k-title">{title}</h1>
      <Level level={level} records={records} />
      <p class="k-speak__time">
        {records
          ? say('speak.left', { time: sayLength((longestSeconds - seconds) * 1000) })
          : say('speak.most')}
      </p>
      <div class="k-actions">
        <Button
          kind={records ? 'danger' : 'primary'}
          large
          icon={records ? 'square' : 'mic'}
          label={say(records ? 'speak.stop' : 'speak.start')}
          busy={stage === 'opening' || stage === 'ending'}
          onTap={records ? stop : start}
        />
      </div>
    </section>
  );
}

/** A microphone in a ring that grows with the voice: seen from where one stands. */
function Level({ level, records }: { level: () => number; records: boolean }) {
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!records) return;
    let frame = requestAnimationFrame(function look() {
      ring.current?.style.setProperty('--level', level().toFixed(3));
      frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [records]);
  return (
    <div ref={ring} class="k-speak__level" aria-hidden="true">
      <Picture id="say-voice" />
    </div>
  );
}

/** It is kept: to be heard, spoken again, or taken along. */
function Spoken({
  answers: { draft },
  onAgain,
}: {
  answers: Pick<DraftAnswers, 'draft'>;
  onAgain: () => void;
}) {
  const { say } = useWords();
  const hear = async () => {
    const [speech, sound] = await Promise.all([loadSpeech(), soundSpoken()]);
    if (sound) await speech.playBack(sound);
  };
  return (
    <section class="k-speak">
      <h1 class="k-title">{say('speak.done')}</h1>
      <div class="k-speak__level" aria-hidden="true">
        <Picture id="say-voice" />
      </div>
      <p class="k-speak__time">{sayLength(draft.voice?.milliseconds ?? 0)}</p>
      <div class="k-actions">
        {hasSpoken() ? (
          <Button kind="secondary" large icon="play" label={say('speak.hear')} onTap={() => void hear()} />
        ) : null}
        <Button kind="secondary" large icon="rotate-ccw" label={say('speak.again')} onTap={onAgain} />
        <Button
          kind="primary"
          large
          icon="arrow-right"
          label={say('complaint.go')}
          onTap={() => goOn({ ...draft, moreAsked: true })}
        />
      </div>
    </section>
  );
}

/** Nothing is lost: what was chosen by pictures stands, and words can be written. */
function Hindrance({ stage }: { stage: Exclude<Stage, 'ready' | 'opening' | 'recording' | 'ending'> }) {
  const { say } = useWords();
  return (
    <State kind="empty" picture="say-voice" title={say(`speak.${stage}`)} lead={say('speak.hinderedLead')}>
      <Button kind="secondary" large icon="arrow-left" label={say('frame.back')} onTap={back} />
      <Button
        kind="primary"
        large
        icon="keyboard"
        label={say('complaint.moreYes')}
        onTap={() => replace({ at: 'write' })}
      />
    </State>
  );
}
