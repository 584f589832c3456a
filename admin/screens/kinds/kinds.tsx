import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { KindChangeDialog } from './change-dialog.tsx';
import { KindCard } from './kind-card.tsx';
import './kinds.css';
import { KindProposals } from './proposals.tsx';

export type KindRow = ReplyOf<'GET /api/kinds'>['kinds'][number];
export type KindProposal = ReplyOf<'GET /api/kinds'>['proposals'][number];

/** How each kind of submission is asked, answered and timed: what waits for a second person first, then all of them. */
export function Kinds({ me }: { readonly me: Me }) {
  const [changing, setChanging] = useState<KindRow | null>(null);
  const load = useLoad('kinds', signal => call('GET /api/kinds', { signal }));
  const shut = () => {
    setChanging(null);
    void load.reload();
  };
  return (
    <Page title={t('kinds.title')}>
      <Loaded load={load}>
        {book => (
          <div class="p-form">
            <KindProposals rows={book.proposals} onDecided={() => void load.reload()} />
            {me.prison ? (
              <p class="p-lead">{t('kinds.lead')}</p>
            ) : (
              <p class="p-lead">
                {t('kinds.at-headquarters')} {book.proposals.length === 0 ? t('kinds.none-waiting') : null}
              </p>
            )}
            <div class="p-kinds">
              {book.kinds.map(row => (
                <KindCard key={row.kind} row={row} onChange={() => setChanging(row)} />
              ))}
            </div>
            {changing ? (
              <KindChangeDialog
                row={changing}
                longestDays={book.longestDays}
                onDone={shut}
                onCancel={() => setChanging(null)}
              />
            ) : null}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
