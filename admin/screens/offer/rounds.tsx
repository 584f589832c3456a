import { useState } from 'preact/hooks';
import type { HeldRow } from '../../../shared/offer/schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { say } from '../../store/toast.ts';
import { DayGrid } from './day-grid.tsx';
import { HeldTable } from './held-table.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { OfferTable } from './offer-table.tsx';
import './rounds.css';

interface OutProps {
  readonly held: HeldRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** He came out: from tomorrow on nobody has to bring him anything. */
function Out({ held, onDone, onCancel }: OutProps) {
  const act = useAct();
  const confirm = async () => {
    const done = await act.run(async () => {
      await call('POST /api/placements/:id/end', { params: { id: held.id } });
    });
    if (!done) return;
    say({ kind: 'done', words: t('rounds.out-done', { name: held.name }) });
    onDone();
  };
  return (
    <Confirm
      title={t('rounds.out-title', { name: held.name })}
      action={t('rounds.out')}
      act={act}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <p>{t('rounds.out-note')}</p>
    </Confirm>
  );
}

/** Rounds with the carried kiosk: who had to wait, by place and day, and every offer. Nothing here can be changed. */
export function Rounds({ me }: { readonly me: Me }) {
  const load = useLoad('rounds', signal => call('GET /api/offers', { signal }));
  const [holding, setHolding] = useState(false);
  const [letting, setLetting] = useState<HeldRow | null>(null);
  useEvery(60, () => void load.reload());
  const mayWrite = load.value?.mayWrite === true;
  const again = () => {
    setHolding(false);
    setLetting(null);
    void load.reload();
  };
  return (
    <Page
      title={t('nav.rounds')}
      note={me.prison?.name}
      tools={
        mayWrite ? (
          <Button kind="primary" icon="plus" onClick={() => setHolding(true)}>
            {t('rounds.hold')}
          </Button>
        ) : null
      }
    >
      <Loaded load={load}>
        {rounds => (
          <>
            <p class="p-lead">{t('rounds.lead')}</p>
            {rounds.kiosks === 0 ? (
              <Notice kind="danger" icon="tablet">
                {t('rounds.no-kiosk')}
              </Notice>
            ) : null}
            <HeldTable held={rounds.held} today={rounds.today} onOut={mayWrite ? setLetting : null} />
            <DayGrid days={rounds.days} today={rounds.today} />
            <OfferTable offers={rounds.offers} />
          </>
        )}
      </Loaded>
      {holding ? <HoldDialog onDone={again} onCancel={() => setHolding(false)} /> : null}
      {letting ? <Out held={letting} onDone={again} onCancel={() => setLetting(null)} /> : null}
    </Page>
  );
}
