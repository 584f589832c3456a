import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { PageEntry } from '../../../shared/content/pages.ts';
import { go } from '../../app/navigator.ts';
import { NotInYours } from '../../components/not-in-yours.tsx';
import { Pager } from '../../components/pager.tsx';
import { useWords } from '../../i18n/words.ts';
import './content.css';
import { ReadingRow } from './row.tsx';
import { usePages } from './use-pages.ts';

interface PageListProps {
  readonly title: string;
  readonly entries: readonly PageEntry[];
  /** What stands before the pages, if anything. */
  readonly children?: ComponentChildren;
}

/** Pages to choose from, each with the sentence that says what is in it. */
export function PageList({ title, entries, children }: PageListProps) {
  const { language } = useWords();
  const found = usePages();
  const borrowed = entries.some(({ id }) => found && found.languageOf(id) !== language);
  const rows = useRef<HTMLDivElement>(null);
  return (
    <section class="k-page-list">
      <h1 class="k-title">{title}</h1>
      <div ref={rows} class="k-rows k-rows--two">
        {borrowed ? <NotInYours /> : null}
        {children}
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
