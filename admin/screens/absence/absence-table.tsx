import type { AbsenceRow } from '../../../shared/staff/absence-schema.ts';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';

const badges = { now: 'accent', coming: 'plain', over: 'done' } as const;

interface AbsenceTableProps {
  readonly rows: readonly AbsenceRow[];
  readonly day: (day: string) => string;
  /** Null: the reader ends none. */
  readonly onEnd: ((row: AbsenceRow) => void) | null;
}

function Line({ row, day, onEnd }: Omit<AbsenceTableProps, 'rows'> & { readonly row: AbsenceRow }) {
  return (
    <tr>
      <th scope="row">{row.deputy}</th>
      <td>
        <span class={`c-badge c-badge--${badges[row.state]}`}>{t(`absence.state-${row.state}`)}</span>
        {row.endedOn ? (
          <span class="p-cell__note">
            {t('absence.ended', { day: day(row.endedOn), name: row.endedBy ?? '' })}
          </span>
        ) : null}
      </td>
      <td>{day(row.fromOn)}</td>
      <td>{day(row.untilOn)}</td>
      <td>
        {row.reason}
        <span class="p-cell__note">{row.enteredBy}</span>
      </td>
      {onEnd ? (
        <td class="p-table__acts">
          {row.state === 'over' ? null : (
            <Button kind="quiet" onClick={() => onEnd(row)}>
              {t(row.state === 'now' ? 'absence.back' : 'absence.off')}
            </Button>
          )}
        </td>
      ) : null}
    </tr>
  );
}

/** All absences that were entered, newest first; none is ever taken out. */
export function AbsenceTable({ rows, day, onEnd }: AbsenceTableProps) {
  return (
    <Table
      label={t('nav.absences')}
      head={
        <>
          <th scope="col">{t('absence.who')}</th>
          <th scope="col">{t('absence.state')}</th>
          <th scope="col">{t('absence.from')}</th>
          <th scope="col">{t('absence.until')}</th>
          <th scope="col">{t('absence.reason')}</th>
          {onEnd ? (
            <th scope="col">
              <span class="c-visually-hidden">{t('common.actions')}</span>
            </th>
          ) : null}
        </>
      }
    >
      {rows.map(row => (
        <Line key={row.id} row={row} day={day} onEnd={onEnd} />
      ))}
    </Table>
  );
}
