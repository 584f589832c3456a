import type { Notice, SentenceView } from '../../../shared/sentence/view.ts';
import { go } from '../../app/navigator.ts';
import { Icon, Picture } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { sayDate } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';

/** Whether its owner has said anything of it yet. */
export function isUnheard({ answer }: Notice): boolean {
  return answer === null || answer === 'opened';
}

/** Rule 96: a forfeiture is made fully known. It stands on top until he has said something of it, and never blocks. */
export function UnheardNotices({ view }: { view: SentenceView }) {
  const { say } = useWords();
  return (
    <>
      {view.notices.filter(isUnheard).map(notice => (
        <button
          key={notice.id}
          type="button"
          class="k-row"
          data-new
          {...onTap(() => go({ at: 'notice', id: notice.id }))}
        >
          <Picture id="state-answered" />
          <span class="k-row__title">{say('notice.title')}</span>
          <span class="k-row__note">
            {say('notice.lost', { count: notice.days })}, {sayDate(say, notice.on)}
          </span>
          <Icon name="chevron-right" />
        </button>
      ))}
    </>
  );
}
