import type { ComponentChildren } from 'preact';
import type { RecordPerson } from '../../../shared/prisoner/register.ts';
import { Page } from '../../app/page.tsx';
import type { RecordTab } from '../../app/place.ts';
import type { Load } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/words.ts';
import { personNote, RecordTabs } from './record-tabs.tsx';

interface RecordFrameProps<P> {
  readonly id: string;
  readonly tab: RecordTab;
  readonly load: Load<P>;
  /** What can be done on this page. */
  readonly tools: ComponentChildren;
  /** Above the record and there before it, such as the choice of a month. */
  readonly filter?: ComponentChildren;
  /** What to do next, while nothing of this part is entered. */
  readonly next?: (page: P) => string | null;
  readonly side?: (page: P) => ComponentChildren;
  readonly children: (page: P) => ComponentChildren;
}

/** The page of one part of somebody's record: who he is, the other parts, whether he is still here, the part itself. */
export function RecordFrame<P extends { readonly prisoner: RecordPerson }>(props: RecordFrameProps<P>) {
  const { id, tab, load, tools, filter, next, side, children } = props;
  const person = load.value?.prisoner;
  return (
    <Page title={person?.name ?? t('nav.prisoners')} note={person && personNote(person)} tools={tools}>
      <RecordTabs id={id} tab={tab} />
      {filter}
      <Loaded load={load}>
        {page => (
          <>
            <Gone person={page.prisoner} />
            <Next words={next?.(page) ?? null} />
            {side ? (
              <div class="p-case">
                <div class="p-case__main">{children(page)}</div>
                <aside class="p-case__side" aria-label={t('case.side')}>
                  {side(page)}
                </aside>
              </div>
            ) : (
              <div class="p-stack">{children(page)}</div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** He left, and what that means for this page. */
function Gone({ person: { releasedAt, elsewhere } }: { readonly person: RecordPerson }) {
  if (releasedAt === null) return null;
  return (
    <Notice kind="attention" icon="clock">
      {t(elsewhere ? 'going.elsewhere' : 'going.gone')}
    </Notice>
  );
}

function Next({ words }: { readonly words: string | null }) {
  if (words === null) return null;
  return (
    <Notice kind="attention" icon="circle-alert">
      {words}
    </Notice>
  );
}
