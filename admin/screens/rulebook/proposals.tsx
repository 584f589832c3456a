import { call } from '../../api/client.ts';
import { Decision } from '../../app/decision.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { keyWords } from './rule-words.ts';
import type { RuleProposal } from './rulebook.tsx';
import { ChangeView } from './value-view.tsx';

interface ProposalsProps {
  readonly rows: readonly RuleProposal[];
  readonly onDecided: () => void;
}

/** What waits for its second person. */
export function RuleProposals({ rows, onDecided }: ProposalsProps) {
  if (rows.length === 0) return null;
  return (
    <section class="p-proposals" aria-label={t('rule.waiting')}>
      <h2 class="p-title">{t('rule.waiting')}</h2>
      {rows.map(row => (
        <Proposal key={row.id} row={row} onDecided={onDecided} />
      ))}
    </section>
  );
}

function Proposal({ row, onDecided }: { readonly row: RuleProposal; readonly onDecided: () => void }) {
  return (
    <article class="p-card" data-kind="today">
      <h3>{keyWords(row.key)}</h3>
      <ChangeView unit={row.unit} before={row.before} after={row.value} day={shortDay(row.validFrom)} />
      <p class="p-cell__note">
        {row.reason} · {row.paper ?? row.source} · {row.proposedBy}, {moment(row.proposedAt)}
      </p>
      <Decision
        mayDecide={row.mayDecide}
        mine={row.mine}
        decide={accept =>
          call('POST /api/rulebook/changes/:id/decide', { params: { id: row.id }, body: { accept } })
        }
        onDecided={onDecided}
      />
    </article>
  );
}
