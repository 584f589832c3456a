import { addressOfPlace, allOpen, type List } from '../../app/place.ts';
import { t } from '../../i18n/words.ts';
import type { Counts } from '../../store/submission.ts';

interface TileProps {
  readonly figure: number;
  readonly label: string;
  readonly kind?: 'late' | 'today' | undefined;
  readonly list: List;
}

function Tile({ figure, label, kind, list }: TileProps) {
  return (
    <a class="p-stat" data-kind={figure > 0 ? kind : undefined} href={addressOfPlace({ ...allOpen, list })}>
      <span class="p-stat__figure">{figure}</span>
      <span class="p-stat__label">{label}</span>
    </a>
  );
}

/** The counts at a glance. On the first reader's list it is what waits for reading. */
export function Tiles({ now, list }: { readonly now: Counts | null; readonly list: List }) {
  return (
    <div class="p-stats" data-waiting={now ? undefined : ''}>
      {list === 'reading' ? (
        <Tile figure={now?.reading ?? 0} label={t('list.reading-count')} list="reading" />
      ) : null}
      <Tile figure={now?.overdue ?? 0} label={t('list.overdue-count')} kind="late" list="open" />
      <Tile figure={now?.dueToday ?? 0} label={t('list.today-count')} kind="today" list="open" />
      <Tile figure={now?.open ?? 0} label={t('list.open-count')} list="open" />
      <Tile figure={now?.answered ?? 0} label={t('list.answered-count')} list="answered" />
    </div>
  );
}
