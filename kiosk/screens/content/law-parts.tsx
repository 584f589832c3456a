import { useRef } from 'preact/hooks';
import type { Law } from '../../../shared/law/schema.ts';
import { go } from '../../app/navigator.ts';
import { Pager } from '../../components/pager.tsx';
import { State } from '../../components/state.tsx';
import { lawWords, useWords } from '../../i18n/words.ts';
import './content.css';
import { partsOf, partTitle } from './parts.ts';
import { ReadingRow } from './row.tsx';
import { useLaw } from './use-law.ts';
import { usePages } from './use-pages.ts';

/** The whole law, part by part. */
export function LawParts() {
  const { language, say } = useWords();
  const pages = usePages();
  const found = useLaw();
  if (pages === null || found === undefined)
    return <State kind="slow" picture="tile-rules" title={say('content.loading')} />;
  if (found === null || found.rules.length === 0)
    return <State kind="empty" picture="tile-rules" title={lawWords(language)('none')} />;
  return <Parts law={found} />;
}

function Parts({ law }: { law: Law }) {
  const say = lawWords(useWords().language);
  const rows = useRef<HTMLDivElement>(null);
  return (
    <section class="k-page-list">
      <h1 class="k-title">{say('source')}</h1>
      <div ref={rows} class="k-rows k-rows--two">
        {partsOf(law).map(part => (
          <ReadingRow
            key={part.number}
            picture="tile-rules"
            title={`${say('part', { number: part.number })}. ${partTitle(part.title)}`}
            note={say('rules', { numbers: `${part.first}–${part.last}` })}
            onTap={() => go({ at: 'law-part', part: part.number })}
          />
        ))}
      </div>
      <Pager scroller={rows} content={law.version} />
    </section>
  );
}
