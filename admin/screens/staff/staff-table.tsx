import { officeOf } from '../../../shared/staff/roles.ts';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { roleWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import type { StaffRow } from './staff.tsx';

/** Those who watch over the prison are not the prison's to send away. */
function mayEnd(me: Me, row: StaffRow): boolean {
  if (row.state !== 'active' || row.id === me.id) return false;
  return officeOf[me.role] !== 'prison' || officeOf[row.role] === 'prison';
}

interface LineProps {
  readonly row: StaffRow;
  readonly me: Me;
  readonly onEnd: ((row: StaffRow) => void) | null;
}

function Line({ me, row, onEnd }: LineProps) {
  return (
    <tr data-off={row.state === 'ended' ? '' : undefined}>
      <th scope="row">
        {row.name}
        <span class="p-cell__note">{row.username}</span>
      </th>
      <td>{roleWords(row.role, row.unit)}</td>
      <td>{row.wing ?? '–'}</td>
      <td>{row.superior ?? '–'}</td>
      <td>
        <span class={`c-badge c-badge--${row.state === 'active' ? 'accent' : 'plain'}`}>
          {t(row.state === 'active' ? 'staff.state-active' : 'staff.state-ended')}
        </span>
      </td>
      <td class="p-table__acts">
        {onEnd && mayEnd(me, row) ? (
          <Button kind="quiet" onClick={() => onEnd(row)}>
            {t('staff.end')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

interface StaffTableProps {
  readonly me: Me;
  readonly rows: readonly StaffRow[];
  /** Null: the reader may not end accounts. */
  readonly onEnd: ((row: StaffRow) => void) | null;
}

/** Everybody who has or had an account; what somebody wrote stays when his account ends. */
export function StaffTable({ me, rows, onEnd }: StaffTableProps) {
  const sorted = rows.toSorted(
    (a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || a.name.localeCompare(b.name),
  );
  return (
    <Table
      label={t('nav.staff')}
      head={
        <>
          <th scope="col">{t('staff.name')}</th>
          <th scope="col">{t('staff.role')}</th>
          <th scope="col">{t('staff.wing')}</th>
          <th scope="col">{t('staff.superior')}</th>
          <th scope="col">{t('staff.state')}</th>
          <th scope="col">
            <span class="c-visually-hidden">{t('common.actions')}</span>
          </th>
        </>
      }
    >
      {sorted.map(row => (
        <Line key={row.id} row={row} me={me} onEnd={onEnd} />
      ))}
    </Table>
  );
}
