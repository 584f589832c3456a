import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { failureWords } from '../components/failure-words.ts';
import { t } from '../i18n/words.ts';
import { choose } from '../store/chosen.ts';
import { keepDraft, placeToOpen } from '../store/draft.ts';
import { callBack, forgetReply, type OutgoingReply, outgoing, type ReplyPhase } from '../store/reply.ts';
import { replyDraftOf, replyPlace, togetherPlace } from '../store/reply-draft.ts';
import { openList } from '../store/submission.ts';
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

/** Calls it back and opens it again with its words, ready to be changed; those to several too. */
async function takeBack(item: OutgoingReply): Promise<void> {
  if (!(await callBack(item))) return;
  const { names, written } = item;
  const [name] = names;
  forgetReply(item.id);
  if ('reply' in written && name) {
    keepDraft(replyPlace(name), replyDraftOf(written.reply));
    go({ page: 'case', ...name });
    placeToOpen.set(replyPlace(name));
  }
  if ('together' in written) {
    const { list = 'open', kind = null, wing = null, alike = null } = written.query;
    keepDraft(togetherPlace, written.together);
    go({ page: 'cases', list, kind, wing, alike });
    // The answer and its way back have changed them: what is sent next is sent to them as they are now.
    await openList(written.query);
    choose(names);
    placeToOpen.set(togetherPlace);
  }
}

/** What is said of it: by its number, or how many cases it answers. */
function wordsOf({ names, written }: OutgoingReply, phase: Exclude<ReplyPhase, 'calling-back'>): string {
  return 'reply' in written
    ? t(`toast.${phase}`, { number: names[0]?.number ?? 0 })
    : t(`toast.${phase}-together`, { count: names.length });
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
      <p class="p-toast__text">{wordsOf(item, 'waiting')}</p>
      <Button kind="plain" hint="Z" busy={item.phase === 'calling-back'} onClick={back}>
        {t('toast.call-back')}
      </Button>
    </div>
  );
}

function ReplyToast({ item }: { readonly item: OutgoingReply }) {
  const { id, phase, failure } = item;
  useEffect(() => {
    if (phase !== 'sent' && phase !== 'called-back') return;
    const timer = setTimeout(() => forgetReply(id), 4000);
    return () => clearTimeout(timer);
  }, [phase, id]);
  if (phase === 'waiting' || phase === 'calling-back') return <WaitingReply item={item} />;
  const words = failure ? failureWords(failure) : wordsOf(item, phase);
  return (
    <div class="p-toast" data-kind={phase === 'failed' ? 'problem' : undefined}>
      <p class="p-toast__text">{words}</p>
      {phase === 'failed' ? (
        <Button kind="plain" onClick={() => forgetReply(id)}>
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
        <ReplyToast key={item.id} item={item} />
      ))}
      {others.map(({ id, kind, words }) => (
        <div key={id} class="p-toast" data-kind={kind === 'problem' ? 'problem' : undefined}>
          <p class="p-toast__text">{words}</p>
        </div>
      ))}
    </div>
  );
}
