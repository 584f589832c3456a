import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useLoad } from '../../app/use-load.ts';
import { DateField } from '../../components/date-field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { longDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { RuleProposals } from './proposals.tsx';
import { RuleTable } from './rule-table.tsx';

export type RuleRow = ReplyOf<'GET /api/rulebook'>['values'][number];
export type RuleProposal = ReplyOf<'GET /api/rulebook'>['proposals'][number];

type Open = { readonly what: 'nothing' } | { readonly what: 'change' | 'confirm'; readonly row: RuleRow };

/** The law's numbers as they stood on a day: what waits for a second person first, then every value. */
export function RulebookScreen() {
  const [day, setDay] = useState(todayInPrison());
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const load = useLoad(day, signal => call('GET /api/rulebook', { signal, query: { day } }));
  const shut = () => {
    setOpen({ what: 'nothing' });
    void load.reload();
  };
  return (
    <Page title={t('nav.rulebook')}>
      <Loaded load={load}>
        {book => (
          <div class="p-form">
            <RuleProposals rows={book.proposals} onDecided={() => void load.reload()} />
            <p class="p-lead">{t('rule.lead')}</p>
            <DateField label={t('rule.as-on')} value={day} onChange={chosen => chosen && setDay(chosen)} />
            {day === todayInPrison() ? null : (
              <Notice kind="attention" icon="calendar-days">
                {t('rule.other-day', { day: longDay(day) })}
              </Notice>
            )}
            {(['national', 'prison'] as const).map(scope => (
              <RuleTable
                key={scope}
                title={t(`rule.scope-${scope}`)}
                rows={book.values.filter(row => row.scope === scope)}
                onChange={row => setOpen({ what: 'change', row })}
                onConfirm={row => setOpen({ what: 'confirm', row })}
              />
            ))}
          </div>
        )}
      </Loaded>
      {open.what === 'change' ? <ChangeDialog row={open.row} onDone={shut} onCancel={shut} /> : null}
      {open.what === 'confirm' ? <ConfirmDialog row={open.row} onDone={shut} onCancel={shut} /> : null}
    </Page>
  );
}
