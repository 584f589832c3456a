import type { ReplyOf } from '../../../shared/api.ts';
import { Icon } from '../../components/icon.tsx';
import { Table } from '../../components/table.tsx';
import { moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

export type Export = ReplyOf<'GET /api/kiosks/exports'>['exports'][number];

function ExportLine({ one }: { readonly one: Export }) {
  return (
    <tr>
      <th scope="row">{one.kiosk}</th>
      <td>{moment(one.madeAt)}</td>
      <td>
        {one.importedAt ? (
          moment(one.importedAt)
        ) : (
          <span class={`c-badge c-badge--${one.late ? 'overdue' : 'plain'}`}>
            {t(one.late ? 'carry.late' : 'carry.not-yet')}
          </span>
        )}
      </td>
      <td>
        {one.complete ? (
          t('carry.complete')
        ) : (
          <span class="p-worries">
            <Icon name="circle-alert" /> {t('carry.missing')}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Queues that were saved to a stick, those that nobody brought first. */
export function Exports({ exports }: { readonly exports: readonly Export[] }) {
  if (exports.length === 0) return null;
  const sorted = exports.toSorted((a, b) => Number(b.late) - Number(a.late));
  return (
    <section class="p-carries">
      <h2 class="p-carries__title">{t('carry.list')}</h2>
      <p class="p-lead">{t('carry.list-lead')}</p>
      <Table
        label={t('carry.list')}
        head={
          <>
            <th scope="col">{t('kiosk.name')}</th>
            <th scope="col">{t('carry.made')}</th>
            <th scope="col">{t('carry.brought')}</th>
            <th scope="col">{t('carry.items')}</th>
          </>
        }
      >
        {sorted.map(one => (
          <ExportLine key={one.id} one={one} />
        ))}
      </Table>
    </section>
  );
}
