import type { LateRow } from '../../../shared/submission/digest-schema.ts';
import { addressOfPlace } from '../../app/place.ts';
import { Table } from '../../components/table.tsx';
import { daysBetween, shortDay } from '../../i18n/days.ts';
import { holderWords, matterWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { caseNameOf } from '../../store/case-name.ts';

interface LateTableProps {
  readonly rows: readonly LateRow[];
  readonly today: string;
  /** Those that rose since it was last read. */
  readonly fresh: ReadonlySet<LateRow>;
  /** Whether the cases can be gone to: not before he has read of all of them. */
  readonly linked: boolean;
}

interface LineProps extends Pick<LateTableProps, 'today' | 'linked'> {
  readonly row: LateRow;
  readonly fresh: boolean;
}

function Line({ row, today, fresh, linked }: LineProps) {
  const number = t('list.number', { number: row.number });
  return (
    <tr>
      <th scope="row">
        {linked ? <a href={addressOfPlace({ page: 'case', ...caseNameOf(row) })}>{number}</a> : number}
        {row.prison ? <span class="p-cell__note">{row.prison.name}</span> : null}
      </th>
      <td>
        {matterWords(row.kind, row.problem)}
        <span class="p-cell__note">{row.wing ?? (row.nameless ? t('flag.no-place') : '')}</span>
      </td>
      <td>{holderWords(row.owner, row.unit)}</td>
      <td>
        <span class="c-badge c-badge--overdue">
          {t('digest.days-late', { count: daysBetween(row.dueOn, today) })}
        </span>
        <span class="p-cell__note">{t('digest.was-due', { day: shortDay(row.dueOn, today) })}</span>
      </td>
      <td>
        {row.risen ? t(`kinds.ladder.${row.risen}`) : t('digest.not-risen')}
        {row.roseOn ? <span class="p-cell__note">{shortDay(row.roseOn, today)}</span> : null}
        {fresh ? <span class="c-badge c-badge--warm">{t('digest.new')}</span> : null}
      </td>
    </tr>
  );
}

/** What is overdue, due longest ago first: who has it, since when it is late, whom it was brought before. */
export function LateTable({ rows, today, fresh, linked }: LateTableProps) {
  return (
    <Table
      label={t('nav.digest')}
      head={
        <>
          <th scope="col">{t('digest.case')}</th>
          <th scope="col">{t('digest.about')}</th>
          <th scope="col">{t('digest.who')}</th>
          <th scope="col">{t('digest.since')}</th>
          <th scope="col">{t('digest.risen')}</th>
        </>
      }
    >
      {rows.map(row => (
        <Line
          key={`${row.prison?.id ?? ''} ${row.number}`}
          row={row}
          today={today}
          fresh={fresh.has(row)}
          linked={linked}
        />
      ))}
    </Table>
  );
}
