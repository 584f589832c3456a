import { useState } from 'preact/hooks';
import { useKiosk } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { restart } from '../../app/navigator.ts';
import { changeSession, leave, session, type Who } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { type LetterForm, sendLetter } from '../../store/index.ts';
import { completeForm } from '../submission/complete.ts';
import { Answers, NotSaved } from '../submission/read-back.tsx';
import { type SendProblem, shownAs } from '../submission/use-send.ts';
import './letter.css';

/** Sends once, taken in the moment of the tap; only the code stays afterwards. */
function useSendLetter() {
  const { sending } = useLive(session);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const run = async (letter: LetterForm, who: Who) => {
    const result = await sendLetter(letter, who);
    // It may have timed out meanwhile: kept it is, but its code must not show to whoever stands there now.
    if (session.get().draft?.id !== letter.id) return;
    changeSession({ sending: false });
    if (result.ok) {
      changeSession({ draft: null, letterCode: result.code });
      restart({ at: 'letter-receipt' });
    } else if (result.problem === 'signed-out') {
      leave('not-sent');
    } else {
      setProblem(shownAs(result.problem));
    }
  };
  return {
    sending,
    problem,
    send(letter: LetterForm, who: Who) {
      if (session.get().sending) return;
      changeSession({ sending: true });
      setProblem(null);
      void run(letter, who);
    },
  };
}

/** What will be sealed, who can open it, and whether its writer is in danger. */
export function LetterReadBack() {
  const { language, say } = useWords();
  const { letters } = useKiosk();
  const { draft, who } = useLive(session);
  const { sending, problem, send } = useSendLetter();
  if (!draft?.letter || who === null || !letters) return null;
  const form = draft.letter === 'see' ? null : completeForm(draft, language);
  const { id, danger } = draft;
  return (
    <section class="k-readback">
      <h1 class="k-title">{say('complaint.readBack')}</h1>
      {form ? (
        <Answers form={form} />
      ) : (
        <div class="k-answers">
          <p class="k-lead">{say('letter.seeLead')}</p>
        </div>
      )}
      {problem ? (
        <NotSaved problem={problem} />
      ) : (
        <div class="k-reader">
          <Picture id="page-letter" />
          <p class="k-reader__text">
            {say('reader.sealed')} {say('letter.readers', { count: letters.readers })}
          </p>
        </div>
      )}
      <Danger
        danger={danger}
        duty={letters.duty}
        onTap={() => changeSession({ draft: { ...draft, danger: !danger } })}
      />
      <div class="k-actions">
        <Button
          kind="primary"
          large
          icon="send"
          label={sending ? say('complaint.sending') : say('complaint.send')}
          busy={sending}
          onTap={() => send({ id, form, danger, language }, who)}
        />
      </div>
    </section>
  );
}

/** Small, as what is about an officer is; it says who hears of it, and that nobody has yet. */
function Danger(props: { danger: boolean; duty: boolean; onTap: () => void }) {
  const { say } = useWords();
  const { danger, duty } = props;
  return (
    <div class="k-letter-danger">
      <button type="button" class="k-side" aria-pressed={danger} {...onTap(props.onTap)}>
        <Picture id="danger" />
        <span class="k-side__label">{say('letter.danger')}</span>
      </button>
      {danger ? (
        <p class="k-letter-danger__text" role="status">
          {say(duty ? 'letter.dangerDuty' : 'letter.dangerNobody')}
        </p>
      ) : null}
    </div>
  );
}
