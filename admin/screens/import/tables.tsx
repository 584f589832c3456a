import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';
import type { Imported } from './import.tsx';

/** Every error with the line of the file that it stands on. */
export function ImportErrors({ errors }: Pick<Imported, 'errors'>) {
  return (
    <section class="p-stack">
      <h2 class="p-title">{t('import.errors')}</h2>
      <Table
        label={t('import.errors')}
        head={
          <>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.mistake-head')}</th>
          </>
        }
      >
        {errors.map(({ line, column, mistake }) => (
          <tr key={`${line} ${column} ${mistake}`}>
            <th scope="row">{line}</th>
            <td>{column ?? '–'}</td>
            <td>{t(`import.mistake.${mistake}`)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** What each row would do. */
export function ImportChanges({ changes }: Pick<Imported, 'changes'>) {
  return (
    <section class="p-stack">
      <h2 class="p-title">{t('import.changes')}</h2>
      <Table
        label={t('import.changes')}
        head={
          <>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('prisoners.number')}</th>
            <th scope="col">{t('prisoners.name')}</th>
            <th scope="col">{t('import.does')}</th>
          </>
        }
      >
        {changes.map(({ line, number, name, deed, words }) => (
          <tr key={line}>
            <th scope="row">{line}</th>
            <td>{number}</td>
            <td>{name ?? '–'}</td>
            <td>
              {t(`import.deed.${deed}`)}: {words.join(', ')}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
