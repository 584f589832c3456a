import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { keyWords, valueWords } from './rule-words.ts';
import type { RuleProposal } from './rulebook.tsx';

interface ProposalsProps {
  readonly rows: readonly RuleProposal[];
  readonly onDecided: () => void;
}

/** What waits for its second person; who may not decide sees why. */
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
  const act = useAct();
  const decide = (accept: boolean) =>
    void act
      .run(async () => {
        await call('POST /api/rulebook/changes/:id/decide', { params: { id: row.id }, body: { accept } });
      })
      .then(was => was && onDecided());
  return (
    <article class="p-card" data-kind="today">
      <h3>{keyWords(row.key)}</h3>
      <p>
        {t('rule.from-to', {
          before: valueWords(row.unit, row.before),
          after: valueWords(row.unit, row.value),
          day: shortDay(row.validFrom),
        })}
      </p>
      <p class="p-cell__note">
        {row.reason} · {row.paper ?? row.source} · {row.proposedBy}, {moment(row.proposedAt)}
      </p>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {row.mayDecide ? (
        <div class="c-buttons">
          <Button kind="primary" icon="check" busy={act.busy} onClick={() => decide(true)}>
            {t('rule.accept')}
          </Button>
          <Button kind="secondary" busy={act.busy} onClick={() => decide(false)}>
            {t('rule.refuse')}
          </Button>
        </div>
      ) : (
        <p>{t(row.mine ? 'rule.waits-second' : 'rule.waits-other')}</p>
      )}
    </article>
  );
}
