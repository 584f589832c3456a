import { useRef } from 'preact/hooks';
import { Pager } from '../../components/pager.tsx';
import { Picture } from '../../components/picture.tsx';
import { lawWords, useWords } from '../../i18n/words.ts';
import './content.css';
import { LawRules } from './law-words.tsx';
import { partTitle } from './parts.ts';
import { useLaw } from './use-law.ts';

/** All rules of one part of the law. */
export function LawPart({ part }: { part: string }) {
  const say = lawWords(useWords().language);
  const scroller = useRef<HTMLDivElement>(null);
  const found = useLaw();
  const rules = found?.rules.filter(rule => rule.part === part) ?? [];
  return (
    <section class="k-reading">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard. */}
      <div ref={scroller} class="k-reading__scroll" tabIndex={0}>
        <article class="k-article">
          <header class="k-article__head">
            <Picture id="tile-rules" />
            <h1 class="k-article__title">{partTitle(rules[0]?.partTitle ?? '')}</h1>
            <p class="k-article__source">{say('part', { number: part })}</p>
          </header>
          <LawRules rules={rules} />
        </article>
      </div>
      <Pager scroller={scroller} content={found} />
    </section>
  );
}
