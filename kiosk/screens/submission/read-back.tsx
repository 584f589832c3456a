import { isBareRequest, isOneTouch, problemPicture } from '../../../shared/submission/kinds.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { session } from '../../app/session.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { type Say, useWords } from '../../i18n/words.ts';
import type { ComplaintForm } from '../../store/index.ts';
import { AppealLeft } from '../record/appeal-left.tsx';
import { Answer } from './answer.tsx';
import { completeForm } from './complete.ts';
import { readerOf } from './route.ts';
import { sayLength } from './say-length.ts';
import { sayMatter } from './say-problem.ts';
import { type SendProblem, usePrepared, useSend } from './use-send.ts';

/** What will be sent, and who will read it; the last look before it goes. */
export function ReadBack() {
  const { language, say } = useWords();
  const { draft, who } = useLive(session);
  const { busy, problem, send } = useSend();
  const form = draft && completeForm(draft, language);
  usePrepared(form, who, JSON.stringify(form));
  if (!form || who === null) return null;
  const reader = readerOf(form, { nameless: who === 'nameless', asked: draft.asked }, say);
  return (
    <section class="k-readback">
      <h1 class="k-title">{say('complaint.readBack')}</h1>
      <Answers form={form} />
      {form.kind === 'court-case' && who !== 'nameless' && who.kind === 'person' ? (
        <AppealLeft person={who} />
      ) : null}
      {problem ? (
        <NotSaved problem={problem} />
      ) : (
        <div class="k-reader">
          <Picture id={reader.picture} />
          <p class="k-reader__text">{reader.sentence}</p>
        </div>
      )}
      <div class="k-actions">
        <Button
          kind="primary"
          large
          icon="send"
          label={busy ? say('complaint.sending') : say('complaint.send')}
          busy={busy}
          onTap={() => send(form, who)}
        />
      </div>
    </section>
  );
}

/** What was answered, each line a way back to its question. */
export function Answers({ form }: { form: ComplaintForm }) {
  const { say } = useWords();
  const { settings } = useKiosk();
  return (
    <dl class="k-answers">
      <Answer
        picture={problemPicture(form.kind, form.problem)}
        question={say(isBareRequest(form.problem) ? 'complaint.asks' : 'complaint.what')}
        answer={sayMatter(say, form.kind, form.problem)}
        onChange={() => go({ at: 'question', step: isOneTouch(form.kind) ? 'kind' : 'problem' })}
      />
      {form.when ? (
        <Answer
          picture={`when-${form.when}`}
          question={say('complaint.whenShort')}
          answer={say(`whens.${form.when}`)}
          onChange={() => go({ at: 'question', step: 'when' })}
        />
      ) : null}
      {form.many ? (
        <Answer
          picture={`many-${form.many}`}
          question={say('complaint.manyShort')}
          answer={say(`manys.${form.many}`)}
          onChange={() => go({ at: 'question', step: 'many' })}
        />
      ) : null}
      {form.aboutOfficer ? (
        <Answer
          picture="about-officer"
          question={say('complaint.about')}
          answer={officerWords(form.aboutOfficer, say, settings?.wings ?? [])}
          onChange={() => go({ at: 'question', step: form.kind === 'officer' ? 'officer' : 'more' })}
        />
      ) : null}
      {form.text === null ? null : (
        <Answer
          words
          picture="say-more"
          question={say('complaint.words')}
          answer={form.text}
          onChange={() => go({ at: 'write' })}
        />
      )}
      {form.recording ? (
        <Answer
          picture="say-voice"
          question={say('complaint.voice')}
          answer={sayLength(form.recording.milliseconds)}
          onChange={() => go({ at: 'speak' })}
        />
      ) : null}
    </dl>
  );
}

/** Which officer: by rank, place and name, as far as they were said. The rank decides who gets it. */
function officerWords(
  { rank, wing, name }: NonNullable<ComplaintForm['aboutOfficer']>,
  say: Say,
  wings: readonly { readonly id: string; readonly name: string }[],
): string {
  const place = wings.find(({ id }) => id === wing)?.name;
  return [name, say(`ranks.${rank}`), place && `${say('setUp.wing')} ${place}`].filter(Boolean).join(' · ');
}

/** Nothing was kept; every word is still here, and an officer is told what to do about the machine. */
export function NotSaved({ problem }: { problem: SendProblem }) {
  const { say } = useWords();
  if (problem === 'unexpected')
    return (
      <Banner kind="danger" picture="state-not-settled" strong={say('failure.unexpected')}>
        {say('failure.unexpectedLead')}
      </Banner>
    );
  const lead = problem === 'storage-full' ? say('failure.storageLead') : say('failure.databaseLead');
  return (
    <Banner kind="danger" picture="state-not-settled" strong={say('failure.storage')}>
      {lead}
    </Banner>
  );
}
