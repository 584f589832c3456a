import { Icon } from '../../components/icon.tsx';
import { longDay, moment, todayInPrison } from '../../i18n/days.ts';
import { actorWords, languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { CaseReply } from '../../store/reply.ts';
import type { CasePage } from '../../store/submission.ts';

/** `done on Monday 24 November`, `passed on to the medical officer`. */
function outcomeWords({ outcome, on, next }: CaseReply, today: string): string {
  const words = t(`outcome.${outcome}`);
  if (on) return t(outcome === 'done' ? 'reply.done-on' : 'reply.by-day', { words, day: longDay(on, today) });
  return next ? t(outcome === 'passed-on' ? 'reply.to' : 'reply.next', { words, next }) : words;
}

function Reply({ reply, today }: { readonly reply: CaseReply; readonly today: string }) {
  return (
    <li class="p-reply" data-state={reply.state}>
      <p class="p-reply__head">
        <strong>{outcomeWords(reply, today)}</strong>
        <span class={`c-badge c-badge--${reply.state === 'sent' ? 'done' : 'later'}`}>
          {reply.state === 'called-back' ? <Icon name="undo-2" /> : null}
          {t(`reply.state-${reply.state}`)}
        </span>
      </p>
      <p class="p-reply__words" lang={reply.language}>
        {reply.text}
      </p>
      <p class="p-said__by">
        {t('reply.by', {
          name: actorWords(reply.author),
          at: moment(reply.sendsAt),
          language: languageWords(reply.language),
        })}
      </p>
    </li>
  );
}

/** Every reply that was written, the oldest first; what was sent stays as it was sent. */
export function Replies({ page }: { readonly page: CasePage }) {
  if (page.replies.length === 0) return null;
  const today = todayInPrison();
  return (
    <section class="p-replies" aria-labelledby="replies">
      <h3 class="p-title" id="replies">
        {t('reply.title', { count: page.replies.length })}
      </h3>
      <ol class="p-replies__list">
        {page.replies.map(reply => (
          <Reply key={reply.id} reply={reply} today={today} />
        ))}
      </ol>
    </section>
  );
}
