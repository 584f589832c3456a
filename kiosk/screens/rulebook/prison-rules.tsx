import { useRef } from 'preact/hooks';
import { pageCatalogue } from '../../../shared/content/pages.ts';
import { pageOfRule } from '../../../shared/rulebook/prison-rules.ts';
import type { PrisonRule } from '../../../shared/rulebook/schema.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { Pager } from '../../components/pager.tsx';
import { sayDate } from '../../i18n/days.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import '../content/content.css';
import { ReadingRow } from '../content/row.tsx';

const pictureOf = (page: string) => pageCatalogue.find(({ id }) => id === page)?.picture ?? 'tile-rules';

function noteOf(say: Say, { texts, privileges, validFrom }: PrisonRule): string | null {
  if (!texts && !privileges) return say('here.none');
  return validFrom ? say('here.since', { day: sayDate(say, validFrom) }) : null;
}

/** What a prison gives and allows that is not the same everywhere; each is read on the page of its subject. */
export function PrisonRules() {
  const { say } = useWords();
  const rows = useRef<HTMLDivElement>(null);
  const rules = useKiosk().settings?.prisonRules ?? [];
  return (
    <section class="k-page-list">
      <h1 class="k-title">{say('here.place')}</h1>
      <div ref={rows} class="k-rows k-rows--two">
        {rules.map(rule => (
          <ReadingRow
            key={rule.key}
            picture={pictureOf(pageOfRule[rule.key])}
            title={say(`here.title.${rule.key}`)}
            note={noteOf(say, rule)}
            onTap={() => go({ at: 'content', page: pageOfRule[rule.key] })}
          />
        ))}
      </div>
      <Pager scroller={rows} content={rules} />
    </section>
  );
}
