import type { ComponentChildren } from 'preact';
import { useKiosk } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import type { Place } from '../../app/places.ts';
import { Picture } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { ReadingRow } from '../content/row.tsx';
import './kiosk.css';

/** How to use the machine; first of all, the quick way out. */
export function Help() {
  const { say } = useWords();
  return (
    <section class="k-help">
      <h1 class="c-visually-hidden">{say('help.title')}</h1>
      <ul class="k-lessons">
        <Lesson picture="tile-rules" title={say('help.rulesTitle')}>
          {say('help.rules')}
        </Lesson>
        <Lesson picture="help-tap" title={say('help.tapTitle')}>
          {say('help.tap')}
        </Lesson>
        <Lesson picture="help-leave" title={say('help.leaveTitle')}>
          {say('help.leave')}
        </Lesson>
      </ul>
      <div class="k-help__pages">
        <PageRow page="this-machine" picture="state-kept" title={say('help.machine')} />
        <PageRow page="your-pin" picture="pin-dots" title={say('help.pin')} />
        <PageRow page="how-to-complain" picture="tile-complaint" title={say('help.complain')} />
        <Version />
      </div>
    </section>
  );
}

function Lesson({
  picture,
  title,
  children,
}: {
  picture: string;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <li class="k-lesson">
      <Picture id={picture} />
      <h2 class="k-lesson__title">{title}</h2>
      <p class="k-lesson__text">{children}</p>
    </li>
  );
}

function PageRow({ page, picture, title }: { page: string; picture: string; title: string }) {
  const place: Place = { at: 'content', page };
  return <ReadingRow picture={picture} title={title} note={null} onTap={() => go(place)} />;
}

/** The version; for officers who know it, also the way to the set-up. */
function Version() {
  const { say } = useWords();
  const { build } = useKiosk();
  const shown = build === '' ? '–' : build.slice(0, 8);
  return (
    <button
      type="button"
      class="k-version"
      aria-label={say('help.versionStaff', { build: shown })}
      {...onTap(() => go({ at: 'set-up' }))}
    >
      {say('help.version', { build: shown })}
    </button>
  );
}
