import type { PrisonerRow } from '../../../shared/prisoner/register.ts';
import { addressOfPlace, type RecordTab, recordTabs } from '../../app/place.ts';
import { t } from '../../i18n/words.ts';

/** Number, wing and what he is held as: stands beside the name. */
export function personNote({ number, wing, class: of }: PrisonerRow): string {
  return `${number} · ${wing} · ${t(`class.${of}`)}`;
}

/** The three parts of one record; each is a page of its own. */
export function RecordTabs({ id, tab }: { readonly id: string; readonly tab: RecordTab }) {
  return (
    <nav class="p-tabs" aria-label={t('record.parts')}>
      {recordTabs.map(name => (
        <a
          key={name}
          class="p-tabs__tab"
          href={addressOfPlace({ page: 'prisoner', id, tab: name })}
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(`record.tab.${name}`)}
        </a>
      ))}
    </nav>
  );
}
