import { useLayoutEffect, useState } from 'preact/hooks';
import { codeLength } from '../../../shared/submission/code.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { leave, type Session, session } from '../../app/session.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Code } from '../../components/code.tsx';
import { afterPaint } from '../../components/focus.ts';
import { Picture } from '../../components/picture.tsx';
import { sayDay } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';
import { useReceiptState } from './use-receipt-state.ts';

/** As long as a code, so that nothing moves when the code comes. */
const noCode = '0'.repeat(codeLength);

/** Whether the screen before it is painted, which nothing may hold up. */
function useBeforePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useLayoutEffect(() => afterPaint(() => setPainted(true)), []);
  return painted;
}

/** The proof: the code, the day of the answer, and where it is now. *Done* signs out. Ahead of its time it is not seen. */
export function Receipt({ isAhead }: { isAhead: boolean }) {
  const { receipt } = useLive(session);
  const mayCome = useBeforePainted();
  if (isAhead) return mayCome ? <Sheet receipt={null} /> : null;
  return receipt ? <Sheet receipt={receipt} /> : null;
}

function Sheet({ receipt }: { receipt: Session['receipt'] }) {
  const { say } = useWords();
  const { who } = useLive(session);
  return (
    <section class="k-receipt" data-ahead={receipt === null || undefined}>
      <div class="k-receipt__proof">
        <h1 class="k-receipt__label">{say('receipt.code')}</h1>
        <p class="k-receipt__code">
          <Code code={receipt?.code ?? noCode} />
        </p>
        <p class="k-receipt__hint">{say(who === 'nameless' ? 'receipt.hintNameless' : 'receipt.hint')}</p>
      </div>
      <Facts dueOn={receipt?.dueOn ?? null} who={who} />
      <Whereabouts id={receipt?.id ?? null} />
      <div class="k-actions">
        <Button kind="primary" large icon="check" label={say('receipt.done')} onTap={() => leave()} />
      </div>
    </section>
  );
}

function Facts({ dueOn, who }: { dueOn: string | null; who: Session['who'] }) {
  const { say } = useWords();
  const { settings } = useKiosk();
  const due = dueOn === null ? say('receipt.dueUnknown') : sayDay(say, dueOn, todayIn(zoneOf(settings)));
  const unchecked = settings?.answerDays.confirmed === false;
  return (
    <dl class="k-facts">
      <div class="k-fact">
        <Picture id="when-week" />
        <dt>{say('receipt.due')}</dt>
        <dd>{due}</dd>
        {unchecked && dueOn !== null ? <dd class="k-fact__note">{say('receipt.notChecked')}</dd> : null}
      </div>
      <div class="k-fact">
        <Picture id="tile-mine" />
        <dt>{say('receipt.next')}</dt>
        <dd>{say(who === 'nameless' ? 'receipt.nextCode' : 'receipt.nextNumber')}</dd>
      </div>
    </dl>
  );
}

function Whereabouts({ id }: { id: string | null }) {
  const { say } = useWords();
  const state = useReceiptState(id);
  switch (state) {
    case 'received':
    case 'witnessed':
      return (
        <Banner kind="good" picture="state-received" strong={say('receipt.received')}>
          {say(state === 'received' ? 'receipt.receivedMore' : 'receipt.witnessedMore')}
        </Banner>
      );
    case 'quarantined':
      return <Banner kind="danger" picture="state-kept" strong={say('receipt.quarantined')} />;
    default:
      return (
        <Banner kind="kept" picture="state-kept" strong={say('receipt.kept')}>
          {say('receipt.keptMore')}
        </Banner>
      );
  }
}
