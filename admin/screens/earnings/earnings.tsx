import { useState } from 'preact/hooks';
import { monthFrom, monthOf } from '../../../shared/earnings/month.ts';
import type { EarningsPage } from '../../../shared/earnings/schema.ts';
import type { EarningsLine } from '../../../shared/earnings/view.ts';
import { call } from '../../api/client.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { longDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { AsOfChoice, queryOf, useAsOf } from '../prisoner/as-of.tsx';
import { RecordFrame } from '../prisoner/record-frame.tsx';
import { ReverseDialog } from '../sentence/reverse-dialog.tsx';
import { DebitDialog } from './debit-dialog.tsx';
import { lineName, money, monthWords } from './earnings-words.ts';
import { StatementCard } from './statement.tsx';

type Open = 'nothing' | 'debit' | EarningsLine;

/** One prisoner's earnings: what there is, and a month as a statement that prints. */
export function EarningsScreen({ id }: { readonly id: string }) {
  const now = monthOf(todayInPrison());
  const [month, setMonth] = useState(now);
  const [open, setOpen] = useState<Open>('nothing');
  const asOf = useAsOf();
  const load = useLoad(`${id} ${month} ${asOf.on}`, signal =>
    call('GET /api/prisoners/:id/earnings', { params: { id }, query: { month, ...queryOf(asOf) }, signal }),
  );
  const shut = () => {
    setOpen('nothing');
    void load.reload();
  };
  const page = load.value;
  const tools = (
    <>
      {page?.mayWrite ? (
        <Button icon="minus" onClick={() => setOpen('debit')}>
          {t('earnings.take-off')}
        </Button>
      ) : null}
      <Button kind="primary" icon="printer" onClick={() => print()}>
        {t('earnings.print')}
      </Button>
    </>
  );
  const months = (
    <div class="p-filters">
      <Button kind="quiet" icon="chevron-left" onClick={() => setMonth(monthFrom(month, -1))}>
        {monthWords(monthFrom(month, -1))}
      </Button>
      <strong>{monthWords(month)}</strong>
      {month < now ? (
        <Button kind="quiet" icon="chevron-right" onClick={() => setMonth(monthFrom(month, 1))}>
          {monthWords(monthFrom(month, 1))}
        </Button>
      ) : null}
    </div>
  );
  return (
    <>
      <RecordFrame
        id={id}
        tab="earnings"
        load={load}
        tools={tools}
        filter={
          <>
            <AsOfChoice {...asOf} />
            {months}
          </>
        }
        next={({ mayWrite, view }) => (mayWrite && view.balance.credited === 0 ? t('earnings.next') : null)}
        side={shown => <BalanceCard page={shown} on={asOf.on} />}
      >
        {shown => (
          <StatementCard
            statement={shown.statement}
            onReverse={shown.mayWrite ? line => setOpen(line) : null}
          />
        )}
      </RecordFrame>
      {open === 'debit' && page ? (
        <DebitDialog id={id} spendable={page.view.balance.spendable} onDone={shut} onCancel={shut} />
      ) : null}
      {typeof open === 'object' ? (
        <ReverseDialog
          id={id}
          noun="earnings"
          entry={open.id}
          words={lineName(open)}
          onDone={shut}
          onCancel={shut}
        />
      ) : null}
    </>
  );
}

/** As it stands today or stood on a day, whatever month is looked at; and by which values of the rulebook. */
function BalanceCard({ page: { view }, on }: { readonly page: EarningsPage; readonly on: string | null }) {
  return (
    <section class="p-card">
      <h2 class="p-card__title">{on === null ? t('earnings.today') : longDay(on)}</h2>
      <dl class="p-facts">
        <dt>{t('earnings.credited')}</dt>
        <dd>{money(view.balance.credited)}</dd>
        <dt>{t('earnings.spendable')}</dt>
        <dd>{money(view.balance.spendable)}</dd>
        <dt>{t('earnings.saved')}</dt>
        <dd>{money(view.balance.saved)}</dd>
      </dl>
      <dl class="p-facts">
        {view.rates.map(({ grade, cents, confirmed }) => (
          <>
            <dt key={`${grade} name`}>{t('earnings.rate', { grade: grade.toUpperCase() })}</dt>
            <dd key={`${grade} rate`}>
              {cents === null ? t('rule.not-known') : money(cents)}
              {confirmed ? '' : ` · ${t('rule.not-confirmed')}`}
            </dd>
          </>
        ))}
        <dt>{t('earnings.share')}</dt>
        <dd>
          {view.share.value ?? t('rule.not-known')}
          {view.share.confirmed ? '' : ` · ${t('rule.not-confirmed')}`}
        </dd>
      </dl>
    </section>
  );
}
