import { useRef, useState } from 'preact/hooks';
import type { Page } from '../../../shared/content/page.ts';
import type { Language } from '../../../shared/language/languages.ts';
import { NotInYours } from '../../components/not-in-yours.tsx';
import { Pager } from '../../components/pager.tsx';
import { Picture } from '../../components/picture.tsx';
import { State } from '../../components/state.tsx';
import { onTap } from '../../components/tap.ts';
import { lawWords, useWords } from '../../i18n/words.ts';
import { PrisonRuleOf } from '../rulebook/prison-rule.tsx';
import { Blocks } from './blocks.tsx';
import './content.css';
import { LawOf } from './law-words.tsx';
import { usePages } from './use-pages.ts';

type Side = 'plain' | 'law';

/** A page: our plain words, and one tap away the law's own. */
export function Content({ page: id }: { page: string }) {
  const { language, say } = useWords();
  const found = usePages();
  if (found === null) return <State kind="slow" picture="tile-rules" title={say('content.loading')} />;
  const page = found.pages[id];
  if (!page) return <State kind="empty" picture="tile-rules" title={say('content.gone')} />;
  const source = found.languageOf(id);
  return <Reading page={page} {...(source === language ? {} : { source })} />;
}

/** A page that is read. `source`: its language, when it is not the screen's. */
export function Reading({ page, source }: { page: Page; source?: Language }) {
  const [side, setSide] = useState<Side>('plain');
  const scroller = useRef<HTMLDivElement>(null);
  const show = (next: Side) => {
    setSide(next);
    scroller.current?.scrollTo({ top: 0, behavior: 'instant' });
  };
  return (
    <section class="k-reading">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard. */}
      <div ref={scroller} class="k-reading__scroll" tabIndex={0}>
        {source ? <NotInYours /> : null}
        <article class="k-article" lang={source}>
          <Head page={page} />
          {page.rules.length > 0 ? <Sides side={side} onShow={show} /> : null}
          {side === 'plain' ? <Plain page={page} /> : <LawOf rules={page.rules} />}
        </article>
      </div>
      <Pager scroller={scroller} content={`${page.id} ${side}`} />
    </section>
  );
}

function Head({ page }: { page: Page }) {
  return (
    <header class="k-article__head">
      <Picture id={page.picture} />
      <h1 class="k-article__title">{page.title}</h1>
      <p class="k-article__source">{useSource(page)}</p>
    </header>
  );
}

/** Where it stands in the law: rule numbers, then other sources. */
function useSource(page: Page): string {
  const say = lawWords(useWords().language);
  const { rules } = page;
  const numbers = rules.join(', ');
  const cited = rules.length === 1 ? say('rule', { number: numbers }) : say('rules', { numbers });
  return [...(rules.length > 0 ? [cited] : []), ...page.sections_of_act].join(' · ');
}

function Plain({ page }: { page: Page }) {
  return (
    <>
      <p class="k-article__summary">{page.summary}</p>
      <PrisonRuleOf page={page.id} />
      <Blocks blocks={page.blocks} />
    </>
  );
}

/** Plain words or the law's: two tabs, always both to be seen. */
function Sides({ side, onShow }: { side: Side; onShow: (side: Side) => void }) {
  const { language, say } = useWords();
  const tab = (own: Side, label: string) => (
    <button type="button" class="k-tab" aria-pressed={side === own} {...onTap(() => onShow(own))}>
      {label}
    </button>
  );
  return (
    <div class="k-tabs k-sides-of-page">
      {tab('plain', say('content.plain'))}
      {tab('law', lawWords(language)('title'))}
    </div>
  );
}
