import type { ContentStanding } from '../../../shared/content/standing.ts';
import { t } from '../../i18n/words.ts';

const looks: Readonly<Record<ContentStanding, string>> = {
  missing: 'overdue',
  older: 'today',
  unreviewed: 'plain',
  reviewed: 'accent',
};

/** How a page stands in a language. */
export function ContentBadge({ standing }: { readonly standing: ContentStanding }) {
  return <span class={`c-badge c-badge--${looks[standing]}`}>{t(`content.is-${standing}`)}</span>;
}
