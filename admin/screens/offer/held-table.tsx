import type { HeldRow } from '../../../shared/offer/schema.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

/** So many days are written out; the rest is a number. */
const daysWritten = 6;

function DaysWithout({ days, today }: { readonly days: readonly string[]; readonly today: string }) {
  if (days.length === 0) return <span class="p-rounds__none">{t('rounds.every-day')}</span>;
  const more = days.length - daysWritten;
  return (
    <>
      <span class="c-badge c-badge--overdue">{t('rounds.days', { count: days.length })}</span>
      <span class="p-cell__note">
        {days
          .slice(0, daysWritten)
          .map(day => shortDay(day, today))
          .join(', ')}
        {more > 0 ? ` ${t('rounds.more-days', { count: more })}` : ''}
      </span>
    </>
  );
}

interface HeldTableProps {
  readonly held: readonly HeldRow[];
  readonly today: string;
  /** Null: the reader may not enter who came out. */
  readonly onOut: ((held: HeldRow) => void) | null;
}

/** Everyone who is held apart now; who waited most stands first. */
export function HeldTable({ held, today, onOut }: HeldTableProps) {
  return (
    <section class="p-rounds">
      <h2 class="p-rounds__title">{t('rounds.held')}</h2>
      {held.length === 0 ? (
        <State kind="empty" picture="state-settled" title={t('rounds.nobody')}>
          <p>{t('rounds.nobody-note')}</p>
        </State>
      ) : (
        <Table
          label={t('rounds.held')}
          head={
            <>
              <th scope="col">{t('prisoners.name')}</th>
              <th scope="col">{t('rounds.place')}</th>
              <th scope="col">{t('rounds.since')}</th>
              <th scope="col">{t('rounds.last')}</th>
              <th scope="col">{t('rounds.without')}</th>
              {onOut ? (
                <th scope="col">
                  <span class="c-visually-hidden">{t('common.actions')}</span>
                </th>
              ) : null}
            </>
          }
        >
          {held.map(one => (
            <tr key={one.id}>
              <th scope="row">
                {one.name}
                <span class="p-cell__note">{one.number}</span>
              </th>
              <td>{t(`rounds.section-${one.section}`)}</td>
              <td>{shortDay(one.fromOn, today)}</td>
              <td>{one.lastOfferedOn ? shortDay(one.lastOfferedOn, today) : t('rounds.never')}</td>
              <td>
                <DaysWithout days={one.daysWithout} today={today} />
              </td>
              {onOut ? (
                <td class="p-table__acts">
                  <Button kind="quiet" onClick={() => onOut(one)}>
                    {t('rounds.out')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
