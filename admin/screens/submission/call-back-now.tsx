import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { useValue } from '../../app/use-value.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { t } from '../../i18n/words.ts';
import { askOf, caseKey, caseNameOf } from '../../store/case-name.ts';
import { keepDraft, placeToOpen } from '../../store/draft.ts';
import { outgoing } from '../../store/reply.ts';
import { replyDraftOf, replyPlace } from '../../store/reply-draft.ts';
import type { CasePage } from '../../store/submission.ts';

interface CallBackNowProps {
  readonly page: CasePage;
  readonly reload: () => Promise<void>;
}

/** A reply that waits its ten seconds, for whoever has not the toast: another office, or after a reload. */
export function CallBackNow({ page, reload }: CallBackNowProps) {
  const act = useAct();
  const asked = caseNameOf(page);
  const mine = useValue(outgoing).some(({ names }) => names.some(name => caseKey(name) === caseKey(asked)));
  const pending = page.replies.find(reply => reply.state === 'pending');
  if (mine || !pending) return null;
  const back = async () => {
    const done = await act.run(async () => {
      await call('POST /api/cases/:number/call-back', {
        ...askOf(asked),
        body: { version: page.version },
      });
    });
    if (done) {
      keepDraft(replyPlace(asked), replyDraftOf(pending));
      placeToOpen.set(replyPlace(asked));
    }
    await reload();
  };
  return (
    <div class="c-buttons">
      <p>{t('reply.waits')}</p>
      <Button icon="undo-2" busy={act.busy} onClick={() => void back()}>
        {t('toast.call-back')}
      </Button>
      {act.failure ? <p class="p-field__error">{failureWords(act.failure)}</p> : null}
    </div>
  );
}
