import { useEffect, useRef } from 'preact/hooks';
import type { Kind } from '../../../shared/submission/kinds.ts';
import { Page } from '../../app/page.tsx';
import type { List } from '../../app/place.ts';
import { useLive } from '../../app/use-load.ts';
import { useValue } from '../../app/use-value.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import {
  type Counts,
  caseList,
  counts,
  openList,
  queryOf,
  refreshList,
  searchWords,
} from '../../store/submission.ts';
import { takeAhead } from '../../store/submission-ahead.ts';
import { AlikeGroups } from './alike-groups.tsx';
import { Filters } from './filters.tsx';
import { LiveSign } from './live-sign.tsx';
import { Rows } from './rows.tsx';
import { Search } from './search.tsx';
import { Tiles } from './tiles.tsx';
import { actsOf, Together } from './together.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { WingBars } from './wing-bars.tsx';

interface CaseListProps {
  readonly me: Me;
  readonly list: List;
  readonly kind: Kind | null;
  readonly wing: string | null;
  readonly alike: number | null;
}

function titleOf(me: Me, list: List): string {
  if (list === 'reading') return t('list.reading-title');
  if (me.role === 'unit-officer' && me.unit) return t(`unit.${me.unit}`);
  return me.role === 'commissioner' ? t('list.headquarters-title') : t('list.title');
}

function noteOf(now: Counts | null, list: List): string | null {
  if (!now) return null;
  if (list === 'reading') return t('list.note-reading', { count: now.reading });
  return now.overdue > 0
    ? t('list.note-late', { open: now.open, overdue: now.overdue })
    : t('list.note', { count: now.open });
}

/** Whether rows may change places: nobody points at them, nobody has chosen one, and the start is in sight. */
function mayMove(rows: HTMLElement | null): boolean {
  if (!rows) return true;
  return !rows.matches(':hover') && !rows.contains(document.activeElement) && scrollY < 40;
}

/** The list of cases: what is due, overdue first. */
export function CaseListScreen({ me, list, kind, wing, alike }: CaseListProps) {
  const search = useValue(searchWords);
  const now = useValue(counts);
  const { rows } = useValue(caseList);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Words that are searched for were not there to be read ahead.
    if (takeAhead('list') && search === '') return;
    void openList(queryOf(list, { kind, wing, alike }, search));
  }, [list, kind, wing, alike, search]);
  useLive(() => void refreshList(mayMove(place.current)));
  const choosing = list === 'open' && actsOf(me.role).length > 0;
  useRowKeys(place, rows !== null, choosing);

  return (
    <Page
      title={titleOf(me, list)}
      note={noteOf(now, list)}
      ownFocus
      tools={
        <>
          <LiveSign />
          <Search />
        </>
      }
    >
      <div class="p-board">
        <div class="p-board__main">
          <Tiles now={now} list={list} />
          {list === 'open' ? <AlikeGroups alike={alike} /> : null}
          <Filters me={me} list={list} kind={kind} wing={wing} alike={alike} />
          <div ref={place}>
            <Rows
              list={list}
              filtered={kind !== null || wing !== null || alike !== null || search !== ''}
              choosing={choosing}
            />
          </div>
        </div>
        <WingBars me={me} now={now} kind={kind} wing={wing} />
      </div>
      {list === 'open' ? <Together me={me} /> : null}
    </Page>
  );
}
