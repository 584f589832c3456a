import { useLayoutEffect, useState } from 'preact/hooks';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { loadPages, type PagesIn, pagesNow } from '../../i18n/pages.ts';
import { useWords } from '../../i18n/words.ts';

/** The reading pages in the language of the screen; null while they are fetched, which the cache makes short. */
export function usePages(): PagesIn | null {
  const { language } = useWords();
  const { content, settings } = useKiosk();
  // Midnight changes nothing under the eyes of somebody who reads.
  const [today] = useState(() => todayIn(zoneOf(settings)));
  const [, setCount] = useState(0);
  const pages = pagesNow({ language, content, today });
  useLayoutEffect(() => {
    if (pages !== null) return;
    let wanted = true;
    const load = () => {
      loadPages({ language, content, today }).then(
        () => {
          if (wanted) setCount(count => count + 1);
        },
        () => {
          if (wanted) setTimeout(load, 1_000);
        },
      );
    };
    load();
    return () => {
      wanted = false;
    };
  }, [language, content, today, pages]);
  return pages;
}
