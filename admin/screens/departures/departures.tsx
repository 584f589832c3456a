import type { DepartureRow } from '../../../shared/prisoner/event-schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

function Cases({ row }: { readonly row: DepartureRow }) {
  if (row.cases.length === 0) return t('departure.no-case');
  return (
    <ul class="p-shown">
      {row.cases.map(({ number, state }) => (
        <li key={number}>
          <a href={`/admin/cases/${number}`}>{t('case.title', { number })}</a>
          {state === 'answered' ? <span class="p-cell__note">{t('departure.not-opened')}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: DepartureRow }) {
  return (
    <tr>
      <td>{shortDay(row.on)}</td>
      <th scope="row">
        {row.name}
        <span class="p-cell__note">
          {row.number} · {row.wing}
        </span>
      </th>
      <td>
        {t(`going.kind.${row.kind}`)}
        {row.to ? (
          <span class="p-cell__note">
            {t(row.arrived ? 'departure.arrived' : 'departure.on-the-way', { prison: row.to })}
          </span>
        ) : null}
        {row.returned ? <span class="p-cell__note">{t('departure.returned')}</span> : null}
        <span class="p-cell__note">{row.reason}</span>
      </td>
      <td>
        {moment(row.at)}
        <span class="p-cell__note">{row.by}</span>
      </td>
      <td>
        <Cases row={row} />
      </td>
    </tr>
  );
}

/** Death, release and escape close no submission: who left, who entered it when, and what is still open. */
export function Departures() {
  const load = useLoad('departures', signal => call('GET /api/departures', { signal }));
  useEvery(60, () => void load.reload());
  return (
    <Page title={t('nav.departures')}>
      <p class="p-lead">{t('departure.lead')}</p>
      <Loaded load={load}>
        {({ departures }) =>
          departures.length === 0 ? (
            <State kind="empty" picture="state-settled" title={t('departure.none')} />
          ) : (
            <Table
              label={t('nav.departures')}
              head={
                <>
                  <th scope="col">{t('going.on')}</th>
                  <th scope="col">{t('pin.person')}</th>
                  <th scope="col">{t('going.what')}</th>
                  <th scope="col">{t('going.entered')}</th>
                  <th scope="col">{t('departure.cases')}</th>
                </>
              }
            >
              {departures.map(row => (
                <Row key={row.id} row={row} />
              ))}
            </Table>
          )
        }
      </Loaded>
    </Page>
  );
}
