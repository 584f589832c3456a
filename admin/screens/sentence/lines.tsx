import type { SentenceLineRow } from '../../../shared/prisoner/register.ts';
import { Table } from '../../components/table.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { ReverseButton } from './reverse-button.tsx';
import { lineWords } from './sentence-words.ts';

interface LinesProps {
  readonly lines: readonly SentenceLineRow[];
  /** Null: the reader does not write in records. */
  readonly onReverse: ((line: SentenceLineRow) => void) | null;
}

/** Every line that was ever entered, newest first; what was undone stays, and says so. */
export function Lines({ lines, onReverse }: LinesProps) {
  if (lines.length === 0)
    return (
      <section class="p-stack">
        <h2 class="p-title">{t('sentence.lines')}</h2>
        <p>{t('sentence.lines-none')}</p>
      </section>
    );
  const found = (id: string | null) => lines.find(line => line.id === id);
  const words = (line: SentenceLineRow) => {
    const undone = found(line.reverses);
    return undone ? t('sentence.reversal', { line: lineWords(undone) }) : lineWords(line);
  };
  return (
    <section class="p-stack">
      <h2 class="p-title">{t('sentence.lines')}</h2>
      <Table
        label={t('sentence.lines')}
        head={
          <>
            <th scope="col">{t('sentence.day')}</th>
            <th scope="col">{t('sentence.entry')}</th>
            <th scope="col">
              <span class="c-visually-hidden">{t('common.actions')}</span>
            </th>
          </>
        }
      >
        {lines.map(line => (
          <tr key={line.id} data-off={line.reversed ? '' : undefined}>
            <td>{shortDay(line.onDay)}</td>
            <th scope="row">
              {words(line)}
              {line.reversed ? <span class="c-badge c-badge--plain">{t('sentence.reversed')}</span> : null}
              <span class="p-cell__note">
                {line.reason} · {line.imported ? t('sentence.imported') : (line.by ?? '')}, {moment(line.at)}
              </span>
            </th>
            <td class="p-table__acts">
              <ReverseButton line={line} onReverse={onReverse} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
