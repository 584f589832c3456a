import type { EarningsView } from '../../../shared/earnings/view.ts';
import { useWords } from '../../i18n/words.ts';
import { sayMoney } from './ledger-words.ts';

type MonthKey = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';

/** What each of the last months brought: a bar as high as its sum, the sum above it, the month below. */
export function Months({ months }: { months: EarningsView['months'] }) {
  const { say } = useWords();
  const highest = Math.max(1, ...months.map(({ creditedCents }) => creditedCents));
  return (
    <section class="k-ledger">
      <h2 class="k-ledger__title">{say('earnings.months')}</h2>
      <ol class="k-months">
        {months.map(({ month, creditedCents }) => {
          const height = Math.max(0, Math.round((100 * creditedCents) / highest));
          return (
            <li key={month} class="k-month">
              <span class="k-month__sum">{sayMoney(creditedCents)}</span>
              <svg class="k-month__bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect x="0" y={100 - height} width="10" height={height} />
              </svg>
              <span class="k-month__name">
                {say(`calendar.month.${String(Number(month.slice(5))) as MonthKey}`)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
