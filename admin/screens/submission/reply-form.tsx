import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { Notice } from '../../components/notice.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { askOf, caseNameOf } from '../../store/case-name.ts';
import { followReply } from '../../store/reply.ts';
import { answerBody, emptyReply, missingFromDraft, replyPlace } from '../../store/reply-draft.ts';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { OutcomePart, WordsPart } from './reply-parts.tsx';
import { useCaseForm } from './use-case-form.ts';

/** The reply: outcome, the field it needs, the words; it waits ten seconds before it goes. */
export function ReplyForm({ page, reload, possible, onCancel, onDone }: FormProps) {
  const name = caseNameOf(page);
  const [tried, setTried] = useState(false);
  const form = useCaseForm(replyPlace(name), emptyReply, reload);
  const { draft, change } = form;
  const { receivedOn } = page;
  const daysNow = () => ({ receivedOn, today: todayInPrison() });
  const missing = tried ? missingFromDraft(draft, daysNow()) : [];
  const corrects = page.state === 'answered' || page.state === 'delivered';

  const send = async () => {
    setTried(true);
    const body = answerBody(draft, page.version, daysNow());
    if (!body) return;
    const done = await form.send(async () => {
      followReply(name, await call('POST /api/cases/:number/answer', { ...askOf(name), body }));
    });
    if (done) onDone();
  };

  return (
    <FormFrame
      title={t(corrects ? 'action.correct' : 'action.answer')}
      badge={t('reply.reads', { language: languageWords(page.language) })}
      note={t('reply.note')}
      sendWords={t('reply.send')}
      sendIcon="send"
      busy={form.busy}
      failure={form.failure}
      possible={possible}
      onSend={() => void send()}
      onCancel={onCancel}
    >
      {corrects ? (
        <Notice kind="attention" icon="file-text">
          {t('reply.correction')}
        </Notice>
      ) : null}
      <OutcomePart draft={draft} missing={missing} change={change} receivedOn={receivedOn} />
      <WordsPart
        language={page.language}
        outcome={draft.outcome}
        text={draft.text}
        missing={missing.includes('text')}
        onType={text => change({ text })}
      />
    </FormFrame>
  );
}
