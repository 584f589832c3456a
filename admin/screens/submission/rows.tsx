import { useEffect, useState } from 'preact/hooks';
import { useKeys } from '../../app/keys.ts';
import type { List } from '../../app/place.ts';
import { useValue } from '../../app/use-value.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Notice } from '../../components/notice.tsx';
import { Failed, State, Waiting } from '../../components/state.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { chosen, toggleChosen } from '../../store/chosen.ts';
import {
  type CaseList,
  type CaseRow,
  caseList,
  moreOfList,
  openList,
  showHeld,
} from '../../store/submission.ts';
import { keyOfRow, type ShownRow } from '../../store/submission-merge.ts';
import { firstOfGroups, groupRows } from './groups.ts';
import { Row } from './row.tsx';

function ChooseBox({ row, chosen: on }: { readonly row: CaseRow; readonly chosen: boolean }) {
  return (
    <label class="p-choose">
      <input
        type="checkbox"
        aria-label={t('together.choose', { number: row.number })}
        checked={on}
        onChange={() => toggleChosen(keyOfRow(row))}
      />
    </label>
  );
}

function RowList({ rows, today, label, choosing }: RowListProps) {
  const keys = useValue(chosen);
  return (
    <ol class="p-list__rows" aria-label={label}>
      {rows.map(({ row, gone }) => (
        <li
          key={keyOfRow(row)}
          data-gone={gone ? '' : undefined}
          data-chosen={keys.has(keyOfRow(row)) ? '' : undefined}
        >
          {choosing ? <ChooseBox row={row} chosen={keys.has(keyOfRow(row))} /> : null}
          <Row row={row} gone={gone} today={today} />
        </li>
      ))}
    </ol>
  );
}
interface RowListProps {
  readonly rows: readonly ShownRow<CaseRow>[];
  readonly today: string;
  readonly label?: string;
  readonly choosing: boolean;
}

interface GroupsProps {
  readonly list: List;
  readonly rows: readonly ShownRow<CaseRow>[];
  /** False when there is more to show: the last heading then gives no number, because it has only a part. */
  readonly whole: boolean;
  readonly choosing: boolean;
}

/** A row and what stands above the rows, in pixels, rather too little than too much. */
const rowAtLeast = 80;
const aboveRows = 280;
/** As many rows as this screen shows at once: the page that is opened draws them first, the others once they are painted. */
const rowsAtFirst = () => Math.max(4, Math.ceil((innerHeight - aboveRows) / rowAtLeast));
let opened = false;

/** How many of `all` rows to draw. */
function useDrawn(all: number): number {
  const [whole, setWhole] = useState(opened);
  useEffect(() => {
    opened = true;
    setWhole(true);
  }, []);
  return whole ? all : rowsAtFirst();
}

/** Open cases stand under the day they are due; answered and finished ones in one list. */
function Groups({ list, rows, whole, choosing }: GroupsProps) {
  const today = todayInPrison();
  const drawn = useDrawn(rows.length);
  if (rows.length === 0) return null;
  if (list === 'answered' || list === 'finished')
    return (
      <section class="p-list">
        <RowList
          rows={rows.slice(0, drawn)}
          today={today}
          label={t(`list.tab-${list}`)}
          choosing={choosing}
        />
      </section>
    );
  return (
    <>
      {firstOfGroups(groupRows(rows, today), drawn).map(({ name, rows: some, all }, index, groups) => (
        <section key={name} class="p-list" aria-labelledby={`due-${name}`}>
          <h2 class="p-list__title" id={`due-${name}`} data-late={name === 'overdue' ? '' : undefined}>
            {t(`list.group-${name}`)}{' '}
            {whole || index < groups.length - 1 ? <span class="p-list__count">{all}</span> : null}
          </h2>
          <RowList rows={some} today={today} choosing={choosing} />
        </section>
      ))}
    </>
  );
}

const emptyPictures = {
  reading: 'say-nothing',
  open: 'state-settled',
  answered: 'say-nothing',
  finished: 'say-nothing',
} as const;

function Empty({ list, filtered }: { readonly list: List; readonly filtered: boolean }) {
  if (filtered)
    return (
      <State kind="empty" picture="tile-help" title={t('list.none-found')}>
        <p>{t('list.none-found-note')}</p>
      </State>
    );
  return (
    <State kind="empty" picture={emptyPictures[list]} title={t(`list.empty-${list}`)}>
      <p>{t(`list.empty-${list}-note`)}</p>
    </State>
  );
}

/** Rows that came or went while somebody was looking: shown when he says so. */
function HeldBack({ list }: { readonly list: CaseList }) {
  useKeys({ u: showHeld });
  if (!list.held) return null;
  const { added } = list.held;
  return (
    <p class="p-held p-no-print">
      <Button kind="secondary" icon="rotate-ccw" hint="U" onClick={showHeld}>
        {added > 0 ? t('list.held', { count: added }) : t('list.held-moved')}
      </Button>
    </p>
  );
}

interface RowsProps {
  readonly list: List;
  readonly filtered: boolean;
  /** Whether several can be chosen, to be worked on together. */
  readonly choosing: boolean;
}

/** The rows of the list with all it can be instead: on its way, empty, failed. */
export function Rows({ list, filtered, choosing }: RowsProps) {
  const now = useValue(caseList);
  if (!now.rows)
    return now.failure ? (
      <Failed failure={now.failure} onRetry={() => void openList(now.query)} />
    ) : (
      <Waiting rows={6} />
    );
  return (
    <>
      {now.failure ? (
        <Notice kind="attention" icon="wifi-off">
          {t('list.stale', { reason: failureWords(now.failure) })}
        </Notice>
      ) : null}
      <HeldBack list={now} />
      {now.rows.length === 0 && now.next === null ? <Empty list={list} filtered={filtered} /> : null}
      <Groups list={list} rows={now.rows} whole={now.next === null} choosing={choosing} />
      {now.next === null ? null : (
        <p class="p-more">
          <Button busy={now.loading} onClick={() => void moreOfList()}>
            {t('list.more')}
          </Button>
        </p>
      )}
    </>
  );
}
