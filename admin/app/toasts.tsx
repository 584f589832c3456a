import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { failureWords } from '../components/failure-words.ts';
import { t } from '../i18n/words.ts';
import { keepDraft, placeToOpen } from '../store/draft.ts';
import { callBack, forgetReply, type OutgoingReply, outgoing } from '../store/reply.ts';
import { replyDraftOf, replyPlace } from '../store/reply-draft.ts';
import { toasts } from '../store/toast.ts';
import { useKeys } from './keys.ts';
import { go } from './router.ts';
import { useValue } from './use-value.ts';

/** Whole seconds left until an instant of this machine's clock. */
function useSecondsLeft(endsAt: number): number {
  const left = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 200);
    return () => clearInterval(timer);
  }, [endsAt]);
  return seconds;
}

/** Calls it back and opens it again with its words, ready to be changed. */
async function takeBack({ name, reply }: OutgoingReply): Promise<void> {
  if (!(await callBack(name, reply.id))) return;
  keepDraft(replyPlace(name), replyDraftOf(reply));
  forgetReply(reply.id);
  go({ page: 'case', ...name });
  placeToOpen.set(replyPlace(name));
}

function WaitingReply({ item }: { readonly item: OutgoingReply }) {
  const left = useSecondsLeft(item.endsAt);
  const back = () => void takeBack(item);
  useKeys({ z: back });
  return (
    <div class="p-toast p-toast--waiting">
      <span class="p-toast__left" aria-hidden="true">
        {left}
      </span>
      <p class="p-toast__text">{t('toast.waiting', { number: item.name.number })}</p>
      <Button kind="plain" hint="Z" busy={item.phase === 'calling-back'} onClick={back}>
        {t('toast.call-back')}
      </Button>
    </div>
  );
}

function ReplyToast({ item }: { readonly item: OutgoingReply }) {
  const { phase, failure, name, reply } = item;
  useEffect(() => {
    if (phase !== 'sent' && phase !== 'called-back') return;
    const timer = setTimeout(() => forgetReply(reply.id), 4000);
    return () => clearTimeout(timer);
  }, [phase, reply.id]);
  if (phase === 'waiting' || phase === 'calling-back') return <WaitingReply item={item} />;
  const words = failure ? failureWords(failure) : t(`toast.${phase}`, { number: name.number });
  return (
    <div class="p-toast" data-kind={phase === 'failed' ? 'problem' : undefined}>
      <p class="p-toast__text">{words}</p>
      {phase === 'failed' ? (
        <Button kind="plain" onClick={() => forgetReply(reply.id)}>
          {t('common.close')}
        </Button>
      ) : null}
    </div>
  );
}

/** Everything that was just said, below and over the page. */
export function Toasts() {
  const replies = useValue(outgoing);
  const others = useValue(toasts);
  return (
    <div class="p-toasts" role="status">
      {replies.map(item => (
        <ReplyToast key={item.reply.id} item={item} />
      ))}
      {others.map(({ id, kind, words }) => (
        <div key={id} class="p-toast" data-kind={kind === 'problem' ? 'problem' : undefined}>
          <p class="p-toast__text">{words}</p>
        </div>
      ))}
    </div>
  );
}
