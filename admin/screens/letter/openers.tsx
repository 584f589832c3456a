import type { LetterStanding } from '../../../shared/letter/schema.ts';
import { Notice } from '../../components/notice.tsx';
import { Waiting } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';
import { nameOf, useReaders } from './use-readers.ts';

/** Who let somebody in: a colleague, or nobody but himself. */
function letInBy({ register }: LetterStanding, signing: string): string {
  const by = register.find(({ action, card }) => action === 'enrol' && card.signing === signing)?.by;
  if (by === undefined || by === signing) return t('letter.first');
  return nameOf(register, by) ?? t('letter.stranger');
}

/** Whose keys open the letters, with the words by which each is known. */
export function Openers({ letters }: { readonly letters: LetterStanding }) {
  const known = useReaders(letters);
  if (!known) return <Waiting rows={2} />;
  if (known.cards.length === 0)
    return (
      <Notice kind="attention" icon="key-round">
        {t('letter.no-key')}
      </Notice>
    );
  return (
    <section class="p-stack">
      <h2>{t('letter.who')}</h2>
      <p>{t('letter.who-note')}</p>
      <Table
        label={t('letter.who')}
        head={
          <>
            <th scope="col">{t('letter.name')}</th>
            <th scope="col">{t('letter.office')}</th>
            <th scope="col">{t('letter.words')}</th>
            <th scope="col">{t('letter.let-in-by')}</th>
          </>
        }
      >
        {known.cards.map(({ name, kind, signing }) => (
          <tr key={signing}>
            <th scope="row">{name}</th>
            <td>{t(`letter.${kind}`)}</td>
            <td>
              <strong>{known.phrases.get(signing)}</strong>
            </td>
            <td>{letInBy(letters, signing)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
