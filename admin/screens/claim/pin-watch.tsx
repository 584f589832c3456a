import type { PinWatchRow } from '../../../shared/prisoner/pin-schema.ts';
import { call } from '../../api/client.ts';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import '../pin/pin.css';

function WatchRow({ row }: { readonly row: PinWatchRow }) {
  return (
    <tr>
      <td>{moment(row.at)}</td>
      <th scope="row">
        {row.name}
        <span class="p-cell__note">{row.number}</span>
      </th>
      <td>
        {t(`pin.kind-${row.kind}`)}
        {row.reason ? <span class="p-cell__note">{row.reason}</span> : null}
        {row.signedInAt && row.wing ? (
          <span class="p-cell__note">
            {t('pin.signed-in', { at: moment(row.signedInAt), wing: row.wing })}
          </span>
        ) : null}
      </td>
      <td>{row.by.join(', ')}</td>
    </tr>
  );
}

/** Who printed which slip, and who says that somebody else was in with his number. */
export function PinWatch() {
  const load = useLoad('pin-watch', signal => call('GET /api/pins/watch', { signal }));
  useEvery(60, () => void load.reload());
  return (
    <section class="p-pin-watch" aria-label={t('pin.watch')}>
      <h2 class="p-title">{t('pin.watch')}</h2>
      <p class="p-lead">{t('pin.watch-lead')}</p>
      <Loaded load={load}>
        {({ rows }) =>
          rows.length === 0 ? (
            <State kind="empty" picture="state-settled" title={t('pin.watch-none')} />
          ) : (
            <Table
              label={t('pin.watch')}
              head={
                <>
                  <th scope="col">{t('pin.at')}</th>
                  <th scope="col">{t('pin.person')}</th>
                  <th scope="col">{t('pin.kind')}</th>
                  <th scope="col">{t('pin.by')}</th>
                </>
              }
            >
              {rows.map(row => (
                <WatchRow key={`${row.at} ${row.number} ${row.kind}`} row={row} />
              ))}
            </Table>
          )
        }
      </Loaded>
    </section>
  );
}
