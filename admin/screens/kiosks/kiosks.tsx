import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLive, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { EnrolmentDialog } from './enrolment-dialog.tsx';
import { Exports } from './exports.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { KioskTable } from './kiosk-table.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { ReleasesPart } from './releases.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

export type Kiosk = ReplyOf<'GET /api/kiosks'>['kiosks'][number];

const bringers: readonly string[] = ['administrator', 'officer-in-charge', 'deputy'];
const revokers: readonly string[] = ['administrator', 'officer-in-charge'];

/** Whether its wing has no other kiosk on a wall. */
function isOnlyOne(kiosk: Kiosk, kiosks: readonly Kiosk[]): boolean {
  return (
    kiosk.kind === 'wall' &&
    !kiosks.some(
      other =>
        other.id !== kiosk.id &&
        other.wing === kiosk.wing &&
        other.kind === 'wall' &&
        other.revokedAt === null,
    )
  );
}

/** Every kiosk: how it is, what it still holds, what is missing; and new ones. */
export function Kiosks({ me }: { readonly me: Me }) {
  const load = useLoad('kiosks', signal => call('GET /api/kiosks', { signal }));
  const [enrolling, setEnrolling] = useState(false);
  const [bringing, setBringing] = useState(false);
  const [pinning, setPinning] = useState<Kiosk | null>(null);
  const carried = useLoad('exports', signal => call('GET /api/kiosks/exports', { signal }));
  const [revoking, setRevoking] = useState<Kiosk | null>(null);
  useLive(() => void load.reload(), 'kiosk');
  useEvery(60, () => {
    void load.reload();
    void carried.reload();
  });
  const administers = me.role === 'administrator';
  const tools = (
    <>
      {bringers.includes(me.role) ? (
        <Button icon="inbox" onClick={() => setBringing(true)}>
          {t('carry.bring-in')}
        </Button>
      ) : null}
      {administers ? (
        <Button kind="primary" icon="plus" onClick={() => setEnrolling(true)}>
          {t('kiosk.new')}
        </Button>
      ) : null}
    </>
  );

  return (
    <Page title={t('nav.kiosks')} tools={tools}>
      <Loaded load={load}>
        {({ kiosks, wings }) => (
          <>
            {kiosks.length === 0 ? (
              <State kind="welcome" picture="state-kept" title={t('kiosk.none')}>
                <p>{t(me.role === 'administrator' ? 'kiosk.none-note' : 'kiosk.none-other')}</p>
              </State>
            ) : (
              <KioskTable
                kiosks={kiosks}
                onRevoke={revokers.includes(me.role) ? setRevoking : null}
                onPin={administers ? setPinning : null}
              />
            )}
            <ReleasesPart kiosks={kiosks} acts={me.role === 'administrator'} />
            {enrolling ? (
              <EnrolmentDialog
                wings={wings}
                place={me.prison?.name ?? ''}
                onClose={() => {
                  setEnrolling(false);
                  void load.reload();
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
      <Loaded load={carried}>{({ exports }) => <Exports exports={exports} />}</Loaded>
      {bringing ? (
        <ImportDialog
          onClose={() => {
            setBringing(false);
            void load.reload();
            void carried.reload();
          }}
        />
      ) : null}
      {pinning ? <PinDialog kiosk={pinning} onClose={() => setPinning(null)} /> : null}
      {revoking ? (
        <RevokeDialog
          kiosk={revoking}
          isOnlyOne={isOnlyOne(revoking, load.value?.kiosks ?? [])}
          onCancel={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null);
            void load.reload();
          }}
        />
      ) : null}
    </Page>
  );
}
