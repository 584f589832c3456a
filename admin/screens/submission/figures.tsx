import { Fragment } from 'preact';
import type { Figures } from '../../../shared/submission/schema.ts';
import { shortDay } from '../../i18n/days.ts';
import { t, wordsFor } from '../../i18n/words.ts';
import { moneyWords } from '../sentence/sentence-words.ts';

function valueWords(name: string, value: string | number): string {
  if (name.endsWith('Cents')) return moneyWords(Number(value));
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? shortDay(String(value)) : String(value);
}

/** The line that somebody says is wrong, with its figures as they stood on his screen: frozen, not as they are now. */
export function FrozenFigures({ figures }: { readonly figures: Figures | null }) {
  if (!figures) return null;
  const { words, ...shown } = figures.shown;
  // A name without words would be one of the program's own, which tells nobody anything.
  const rows = Object.entries(shown).flatMap(([name, value]) => {
    const label = wordsFor(`figures.name.${name}`);
    return label ? [[name, label, value] as const] : [];
  });
  return (
    <section class="p-figures" aria-label={t('figures.title')}>
      <h3 class="p-figures__title">
        {t('figures.title')}: {t(`figures.page.${figures.page}`)}
      </h3>
      {words === undefined ? null : <blockquote class="p-said__words">{words}</blockquote>}
      <dl class="p-facts">
        {rows.map(([name, label, value]) => (
          <Fragment key={name}>
            <dt>{label}</dt>
            <dd>{valueWords(name, value)}</dd>
          </Fragment>
        ))}
      </dl>
      <p class="p-said__by">{t('figures.frozen')}</p>
    </section>
  );
}
