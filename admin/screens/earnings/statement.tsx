import type { EarningsLine, Statement } from '../../../shared/earnings/view.ts';
import { Table } from '../../components/table.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { serverNow } from '../../store/time.ts';
import { ReverseButton } from '../sentence/reverse-button.tsx';
import { lineName, money, monthWords, workWords } from './earnings-words.ts';

interface StatementProps {
  readonly statement: Statement;
  /** Null: the reader does not write in records. */
  readonly onReverse: ((line: EarningsLine) => void) | null;
}

/** A month: what was there, what came and went line by line, what is there. It prints as it stands. */
export function StatementCard({ statement, onReverse }: StatementProps) {
  const { month, before, after, lines } = statement;
  return (
    <section class="p-stack">
      <h2 class="p-title">{t('earnings.statement', { month: monthWords(month.month) })}</h2>
      <p class="p-print-only">{t('earnings.printed', { at: moment(serverNow().toString()) })}</p>
      <table class="p-table p-dates">
        <thead>
          <tr>
            <td />
            <th scope="col" class="p-table__number">
              {t('earnings.before')}
            </th>
            <th scope="col" class="p-table__number">
              {t('earnings.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('earnings.spendable')}</th>
            <td class="p-table__number">{money(before.spendable)}</td>
            <td class="p-table__number">{money(after.spendable)}</td>
          </tr>
          <tr>
            <th scope="row">{t('earnings.saved')}</th>
            <td class="p-table__number">{money(before.saved)}</td>
            <td class="p-table__number">{money(after.saved)}</td>
          </tr>
        </tbody>
      </table>
      <ul class="p-sums">
        {month.work.map(sum => (
          <li key={`${sum.grade} ${sum.rateCents}`}>
            {workWords(sum)} = <strong>{money(sum.cents)}</strong>
          </li>
        ))}
        {month.correctedCents === 0 ? null : (
          <li>
            {t('earnings.corrected')}: <strong>{money(month.correctedCents)}</strong>
          </li>
        )}
        {month.spentCents === 0 ? null : (
          <li>
            {t('earnings.spent')}: <strong>{money(month.spentCents)}</strong>
          </li>
        )}
      </ul>
      {lines.length === 0 ? <p>{t('earnings.nothing')}</p> : <Lines lines={lines} onReverse={onReverse} />}
    </section>
  );
}

function Lines({
  lines,
  onReverse,
}: Pick<StatementProps, 'onReverse'> & { readonly lines: Statement['lines'] }) {
  return (
    <Table
      label={t('earnings.lines')}
      head={
        <>
          <th scope="col">{t('sentence.day')}</th>
          <th scope="col">{t('sentence.entry')}</th>
          <th scope="col" class="p-table__number">
            {t('earnings.sum')}
          </th>
          <th scope="col" class="p-no-print">
            <span class="c-visually-hidden">{t('common.actions')}</span>
          </th>
        </>
      }
    >
      {lines.map(line => (
        <tr key={line.id} data-off={line.reversed ? '' : undefined}>
          <td>{shortDay(line.onDay)}</td>
          <th scope="row">
            {lineName(line)}
            {line.reversed ? <span class="c-badge c-badge--plain">{t('sentence.reversed')}</span> : null}
            <span class="p-cell__note">{line.reason}</span>
          </th>
          <td class="p-table__number">{money(line.amountCents)}</td>
          <td class="p-table__acts p-no-print">
            <ReverseButton line={line} onReverse={onReverse} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
