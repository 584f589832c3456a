import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { PinWatch } from './pin-watch.tsx';

type Claim = ReplyOf<'GET /api/claims'>['claims'][number];

const badges = { open: 'soon', mine: 'done', 'not-mine': 'warm' } as const;

function ClaimRow({ claim }: { readonly claim: Claim }) {
  return (
    <tr>
      <th scope="row" class="p-number">
        {claim.number}
      </th>
      <td>{moment(claim.at)}</td>
      <td>
        <span class={`c-badge c-badge--${badges[claim.state]}`}>{t(`claim.state-${claim.state}`)}</span>
      </td>
      <td>
        {claim.case === null ? (
          <span class="p-cell__note">{t('claim.not-listed')}</span>
        ) : (
          <a href={`/admin/cases/${claim.case}`}>{t('case.title', { number: claim.case })}</a>
        )}
      </td>
    </tr>
  );
}

function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <Table
      label={t('nav.claims')}
      head={
        <>
          <th scope="col">{t('claim.number')}</th>
          <th scope="col">{t('claim.at')}</th>
          <th scope="col">{t('claim.state')}</th>
          <th scope="col">{t('claim.case')}</th>
        </>
      }
    >
      {claims.map(claim => (
        <ClaimRow key={`${claim.at} ${claim.number}`} claim={claim} />
      ))}
    </Table>
  );
}

/** Prison numbers that were given with a PIN that did not fit; only the visiting justice sees them. */
export function Claims() {
  const load = useLoad('claims', signal => call('GET /api/claims', { signal }));
  useEvery(60, () => void load.reload());
  return (
    <Page title={t('nav.claims')}>
      <p class="p-lead">{t('claim.lead')}</p>
      <Loaded load={load}>
        {({ claims, waiting }) => (
          <>
            {waiting > 0 && <p class="p-lead">{t('claim.waiting', { count: waiting })}</p>}
            {claims.length === 0 ? (
              <State kind="empty" picture="state-settled" title={t('claim.none')} />
            ) : (
              <ClaimTable claims={claims} />
            )}
          </>
        )}
      </Loaded>
      <PinWatch />
    </Page>
  );
}
