import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { roleWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import type { FirstPassword, StaffRow } from './staff.tsx';

interface ProposalProps {
  readonly row: StaffRow;
  readonly onApproved: (first: FirstPassword | null) => void;
}

/** One account that waits: the second person must be of another office and not under the first. */
function Proposal({ row, onApproved }: ProposalProps) {
  const act = useAct();
  const { id, name, username } = row;
  const approve = () =>
    act.run(async () => {
      const { password } = await call('POST /api/staff/:id/approve', { params: { id } });
      say({ kind: 'done', words: t('staff.approved', { name }) });
      onApproved(password === null ? null : { name, username, password });
    });
  return (
    <li class="p-card">
      <p class="p-card__figure">{name}</p>
      <p>{roleWords(row.role, row.unit)}</p>
      <dl class="p-facts">
        <dt>{t('staff.username')}</dt>
        <dd>{username}</dd>
        <dt>{t('staff.proposed-by')}</dt>
        <dd>{row.proposedBy ?? '–'}</dd>
        {row.superior ? (
          <>
            <dt>{t('staff.superior')}</dt>
            <dd>{row.superior}</dd>
          </>
        ) : null}
      </dl>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {row.canApprove ? (
        <div class="c-buttons">
          <Button kind="primary" icon="check" busy={act.busy} onClick={() => void approve()}>
            {t('staff.approve')}
          </Button>
        </div>
      ) : (
        <p class="p-card__note">{t('staff.waits')}</p>
      )}
    </li>
  );
}

interface ProposalsProps {
  readonly rows: readonly StaffRow[];
  readonly onApproved: (first: FirstPassword | null) => void;
}

/** Accounts that wait for a second person. */
export function Proposals({ rows, onApproved }: ProposalsProps) {
  if (rows.length === 0) return null;
  return (
    <section class="p-proposals" aria-labelledby="proposals">
      <h2 class="p-title" id="proposals">
        {t('staff.proposals', { count: rows.length })}
      </h2>
      <p class="p-lead">{t('staff.second-person')}</p>
      <ul class="p-cards">
        {rows.map(row => (
          <Proposal key={row.id} row={row} onApproved={onApproved} />
        ))}
      </ul>
    </section>
  );
}
