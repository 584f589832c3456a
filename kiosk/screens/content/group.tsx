import { useRef } from 'preact/hooks';
import { type PageGroupId, pagesIn } from '../../../shared/content/pages.ts';
import { go } from '../../app/navigator.ts';
import { NotInYours } from '../../components/not-in-yours.tsx';
import { Pager } from '../../components/pager.tsx';
import { Icon } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import './content.css';
import { ReadingRow } from './row.tsx';
import { usePages } from './use-pages.ts';

/** The pages of one group, each with the sentence that says what is in it. */
export function Group({ group }: { group: PageGroupId }) {
  const { language, say } = useWords();
  const found = usePages();
  const entries = pagesIn(group);
  const borrowed = entries.some(({ id }) => found && found.languageOf(id) !== language);
  const rows = useRef<HTMLDivElement>(null);
  return (
    <section class="k-page-list">
      <h1 class="k-title">{say(`groups.${group}`)}</h1>
      <div ref={rows} class="k-rows k-rows--two">
        {borrowed ? <NotInYours /> : null}
        {group === 'petition' ? <AppealFirst /> : null}
        {entries.map(entry => (
          <ReadingRow
            key={entry.id}
            picture={entry.picture}
            title={found?.pages[entry.id]?.title ?? ''}
            note={found?.pages[entry.id]?.summary ?? null}
            lang={found?.languageOf(entry.id)}
            onTap={() => go({ at: 'content', page: entry.id })}
          />
        ))}
      </div>
      <Pager scroller={rows} content={found} />
    </section>
  );
}

/** Whoever looks for a petition may need an appeal, and has fourteen days: it stands before everything. */
function AppealFirst() {
  const { say } = useWords();
  return (
    <button type="button" class="k-first-of-all" {...onTap(() => go({ at: 'content', page: 'appeals' }))}>
      <Icon name="clock-alert" large />
      <span>{say('contents.appeal')}</span>
      <Icon name="chevron-right" />
    </button>
  );
}
