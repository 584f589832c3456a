import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { Arrivals } from './arrivals.tsx';

/** Among the wings, for who is in none. */
const left = 'left';

type Row = ReplyOf<'GET /api/prisoners'>['prisoners'][number];

/** The register: found by number or name, one page at a time. */
export function Prisoners({ me }: { readonly me: Me }) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [wing, setWing] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const load = useLoad(JSON.stringify([search, wing, after]), signal =>
    call('GET /api/prisoners', {
      signal,
      query: {
        ...(search ? { search } : {}),
        ...(wing === left ? { who: 'left' } : wing ? { wing } : {}),
        ...(after ? { after } : {}),
      },
    }),
  );
  const look = () => {
    setAfter(null);
    setSearch(typed.trim());
  };
  return (
    <Page title={t('nav.prisoners')}>
      <Arrivals wings={me.wings} onTaken={() => void load.reload()} />
      <div class="p-filters">
        <search>
          <form
            class="p-search"
            onSubmit={event => {
              event.preventDefault();
              look();
            }}
          >
            <Icon name="search" />
            <input
              class="p-input"
              type="search"
              aria-label={t('prisoners.search')}
              placeholder={t('prisoners.search')}
              maxLength={60}
              value={typed}
              onInput={event => setTyped(event.currentTarget.value)}
            />
          </form>
        </search>
        <select
          class="p-input p-input--short"
          aria-label={t('staff.wing')}
          value={wing}
          onChange={event => {
            setAfter(null);
            setWing(event.currentTarget.value);
          }}
        >
          <option value="">{t('prisoners.all-wings')}</option>
          {me.wings.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={left}>{t('prisoners.left')}</option>
        </select>
      </div>
      <Loaded load={load}>
        {({ prisoners, next }) => (
          <>
            {prisoners.length === 0 ? (
              <State kind="empty" picture="say-nothing" title={t('prisoners.none')} />
            ) : (
              <Rows rows={prisoners} />
            )}
            <div class="c-buttons">
              {after ? <Button onClick={() => setAfter(null)}>{t('prisoners.first')}</Button> : null}
              {next ? <Button onClick={() => setAfter(next)}>{t('prisoners.more')}</Button> : null}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Table
      label={t('nav.prisoners')}
      head={
        <>
          <th scope="col">{t('prisoners.number')}</th>
          <th scope="col">{t('prisoners.name')}</th>
          <th scope="col">{t('staff.wing')}</th>
          <th scope="col">{t('prisoners.class')}</th>
        </>
      }
    >
      {rows.map(row => (
        <tr key={row.id}>
          <td>{row.number}</td>
          <th scope="row">
            <a href={addressOfPlace({ page: 'prisoner', id: row.id, tab: 'sentence' })}>{row.name}</a>
          </th>
          <td>{row.wing}</td>
          <td>{t(`class.${row.class}`)}</td>
        </tr>
      ))}
    </Table>
  );
}
