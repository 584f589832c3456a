import { call } from '../../api/client.ts';
import { Decision } from '../../app/decision.tsx';
import { moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { changesBetween } from './kind-words.ts';
import type { KindProposal } from './kinds.tsx';

interface ProposalsProps {
  readonly rows: readonly KindProposal[];
  readonly onDecided: () => void;
}

/** What waits for its second person, said as what would be another way. */
export function KindProposals({ rows, onDecided }: ProposalsProps) {
  if (rows.length === 0) return null;
  return (
    <section class="p-proposals" aria-label={t('rule.waiting')}>
      <h2 class="p-title">{t('rule.waiting')}</h2>
      {rows.map(row => (
        <article key={row.id} class="p-card" data-kind="today">
          <h3>
            {t(`kind.${row.kind}`)}
            {row.prison === null ? null : ` · ${row.prison}`}
          </h3>
          <ul class="p-kind__changes">
            {changesBetween(row.kind, row.before, row.rules).map(change => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <p class="p-cell__note">
            {row.reason} · {row.proposedBy}, {moment(row.proposedAt)}
          </p>
          <Decision
            mayDecide={row.mayDecide}
            mine={row.mine}
            decide={accept =>
              call('POST /api/kinds/:id/decide', { params: { id: row.id }, body: { accept } })
            }
            onDecided={onDecided}
          />
        </article>
      ))}
    </section>
  );
}
