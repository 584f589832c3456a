import type { SentenceView } from '../../../shared/sentence/view.ts';
import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';
import { stepWords } from './sentence-words.ts';

/** The same steps that the prisoner sees, with their days. */
export function Count({ view }: { readonly view: SentenceView }) {
  const { computed } = view;
  if (!computed.ok) return null;
  return (
    <section class="p-stack">
      <h2 class="p-title">{t('sentence.count')}</h2>
      <Table
        label={t('sentence.count')}
        head={
          <>
            <th scope="col">{t('sentence.step')}</th>
            <th scope="col" class="p-table__number">
              {t('sentence.days')}
            </th>
          </>
        }
      >
        {computed.steps.map((step, at) => (
          <tr key={`${step.key} ${at}`}>
            <td>{stepWords(step)}</td>
            <td class="p-table__number">
              {step.key === 'term' || step.key === 'chain' ? '' : (step.less ?? step.days ?? '')}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
