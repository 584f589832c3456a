import { textsOf } from '../../../shared/rulebook/value.ts';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { keyWords, valueWords } from './rule-words.ts';
import type { RuleRow } from './rulebook.tsx';
import { TextsView, ValueView } from './value-view.tsx';

interface RuleTableProps {
  readonly title: string;
  readonly rows: readonly RuleRow[];
  readonly onChange: (row: RuleRow) => void;
  readonly onConfirm: (row: RuleRow) => void;
}

/** Whether it may be said as law: in the text or found in decisions, confirmed by paper, or not. */
function Standing({ row }: { readonly row: RuleRow }) {
  if (row.value === null) return <span class="c-badge c-badge--plain">{t('rule.not-known')}</span>;
  return row.confirmed ? (
    <span class="c-badge c-badge--accent">{row.paper ?? t(`rule.mark-${row.mark ?? 'C'}`)}</span>
  ) : (
    <span class="c-badge c-badge--today">{t('rule.not-confirmed')}</span>
  );
}

function History({ row }: { readonly row: RuleRow }) {
  if (row.history.length === 0) return null;
  return (
    <details>
      <summary>{t('rule.history', { count: row.history.length })}</summary>
      <ul class="p-cell__note">
        {row.history.map(one => (
          <li key={one.decidedAt}>
            {t(one.kind === 'change' ? 'rule.was-changed' : 'rule.was-confirmed', {
              value: valueWords(row.unit, one.value),
              day: shortDay(one.validFrom),
              by: one.by.join(', '),
              at: moment(one.decidedAt),
            })}{' '}
            {one.paper ?? one.source}
            <OldTexts value={one.value} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was decided after a day can count for it: then that day itself said something else. */
function Said({ row: { unit, said } }: { readonly row: RuleRow }) {
  if (said === null) return null;
  return (
    <div class="p-cell__note">
      {t('rule.said')} <ValueView unit={unit} value={said.value} />
      {said.confirmed || said.value === null ? null : ` · ${t('rule.not-confirmed')}`}
    </div>
  );
}

function OldTexts({ value }: Pick<RuleRow, 'value'>) {
  const texts = textsOf(value);
  return texts && <TextsView texts={texts} />;
}

/** Values in rows: what, since when, by which source, and whether it is confirmed. */
export function RuleTable({ title, rows, onChange, onConfirm }: RuleTableProps) {
  return (
    <section class="p-stack p-rules">
      <h2 class="p-title">{title}</h2>
      <Table
        label={title}
        head={
          <>
            <th scope="col">{t('rule.what')}</th>
            <th scope="col">{t('rule.value')}</th>
            <th scope="col">{t('rule.standing')}</th>
            <th scope="col">
              <span class="c-visually-hidden">{t('common.actions')}</span>
            </th>
          </>
        }
      >
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">
              {keyWords(row.key)}
              <span class="p-cell__note">{row.source}</span>
              <History row={row} />
            </th>
            <td>
              <ValueView unit={row.unit} value={row.value} />
              <Said row={row} />
              {row.validFrom ? (
                <span class="p-cell__note">{t('rule.since', { day: shortDay(row.validFrom) })}</span>
              ) : null}
            </td>
            <td>
              <Standing row={row} />
            </td>
            <td class="p-table__acts">
              {row.mayChange ? (
                <Button kind="quiet" onClick={() => onChange(row)}>
                  {t('rule.change')}
                </Button>
              ) : null}
              {row.mayConfirm ? (
                <Button kind="quiet" onClick={() => onConfirm(row)}>
                  {t('rule.confirm')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
