import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Table } from '../../components/table.tsx';
import { ago, moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { kioskState, worriesOf } from './kiosk-state.ts';
import type { Kiosk } from './kiosks.tsx';
import { worryWords } from './worry-words.ts';

const badges = { on: 'accent', quiet: 'soon', never: 'plain', revoked: 'plain' } as const;

function StateBadge({ kiosk }: { readonly kiosk: Kiosk }) {
  const state = kioskState(kiosk);
  return (
    <>
      <span class={`c-badge c-badge--${badges[state]}`}>{t(`kiosk.state-${state}`)}</span>
      {kiosk.lastSeen ? (
        <span class="p-cell__note" title={moment(kiosk.lastSeen)}>
          {ago(kiosk.lastSeen)}
        </span>
      ) : null}
    </>
  );
}

function Worries({ kiosk }: { readonly kiosk: Kiosk }) {
  const worries = worriesOf(kiosk);
  if (worries.length === 0) return <span class="p-cell__note">{t('kiosk.worry-none')}</span>;
  return (
    <ul class="p-worries">
      {worries.map(worry => (
        <li key={worry.kind}>
          <Icon name="circle-alert" />
          <span>{worryWords(worry)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Room and battery, where the kiosk tells of them. */
function Machine({ kiosk }: { readonly kiosk: Kiosk }) {
  const { storageUsed, battery } = kiosk;
  return (
    <>
      {storageUsed === null ? null : (
        <span class="p-cell__note">{t('kiosk.storage-used', { count: storageUsed })}</span>
      )}
      {battery ? (
        <span class="p-cell__note">
          {t(battery.charging ? 'kiosk.charging' : 'kiosk.battery', { count: battery.level })}
        </span>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly kiosk: Kiosk;
  /** Whether the reader is told how many items came and wait; officers of the prison are not. */
  readonly counted: boolean;
  readonly onRevoke: ((kiosk: Kiosk) => void) | null;
  readonly onPin: ((kiosk: Kiosk) => void) | null;
}

function KioskLine({ kiosk, counted, onRevoke, onPin }: RowProps) {
  return (
    <tr data-off={kiosk.revokedAt ? '' : undefined}>
      <th scope="row">
        {kiosk.name}
        <span class="p-cell__note">
          {t(`kiosk.mode-${kiosk.mode}`)}
          {kiosk.kind === 'round' ? ` · ${t('kiosk.kind-round')}` : ''}
        </span>
      </th>
      <td>{kiosk.wing}</td>
      <td>
        <StateBadge kiosk={kiosk} />
      </td>
      <td>
        {kiosk.build ? <span class="c-code">{kiosk.build.slice(0, 8)}</span> : '–'}
        <Machine kiosk={kiosk} />
      </td>
      {counted ? (
        <>
          <td class="p-table__number">{kiosk.received}</td>
          <td class="p-table__number">{kiosk.waiting}</td>
        </>
      ) : null}
      <td>
        <Worries kiosk={kiosk} />
      </td>
      <td class="p-table__acts">
        {onPin && !kiosk.revokedAt ? (
          <Button kind="quiet" onClick={() => onPin(kiosk)}>
            {t('kiosk.pin-new')}
          </Button>
        ) : null}
        {onRevoke && !kiosk.revokedAt ? (
          <Button kind="quiet" onClick={() => onRevoke(kiosk)}>
            {t('kiosk.revoke')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

interface KioskTableProps {
  readonly kiosks: readonly Kiosk[];
  /** Null: the reader may not revoke. */
  readonly onRevoke: ((kiosk: Kiosk) => void) | null;
  /** Null: the reader may not make device PINs. */
  readonly onPin: ((kiosk: Kiosk) => void) | null;
}

/** Every kiosk, those in use first. */
export function KioskTable({ kiosks, onRevoke, onPin }: KioskTableProps) {
  const counted = kiosks.some(kiosk => kiosk.received !== null);
  const sorted = kiosks.toSorted(
    (a, b) =>
      Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
      a.wing.localeCompare(b.wing) ||
      a.name.localeCompare(b.name),
  );
  return (
    <Table
      label={t('nav.kiosks')}
      head={
        <>
          <th scope="col">{t('kiosk.name')}</th>
          <th scope="col">{t('kiosk.wing')}</th>
          <th scope="col">{t('kiosk.state')}</th>
          <th scope="col">{t('kiosk.version')}</th>
          {counted ? (
            <>
              <th scope="col" class="p-table__number">
                {t('kiosk.received')}
              </th>
              <th scope="col" class="p-table__number">
                {t('kiosk.waiting')}
              </th>
            </>
          ) : null}
          <th scope="col">{t('kiosk.worries')}</th>
          <th scope="col">
            <span class="c-visually-hidden">{t('common.actions')}</span>
          </th>
        </>
      }
    >
      {sorted.map(kiosk => (
        <KioskLine key={kiosk.id} kiosk={kiosk} counted={counted} onRevoke={onRevoke} onPin={onPin} />
      ))}
    </Table>
  );
}
