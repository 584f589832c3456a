import type { SentenceView } from '../../../shared/sentence/view.ts';
import { useWords } from '../../i18n/words.ts';
import { type LedgerStep, ledgerOf } from './ledger-words.ts';
import { RecordLine } from './line.tsx';

/** The way from the sentence to both dates, a line for each step; every line can be said to be wrong. */
export function Ledger({ view, steps }: { view: SentenceView; steps: readonly LedgerStep[] }) {
  const { say } = useWords();
  return (
    <section class="k-ledger">
      <h2 class="k-ledger__title">{say('ledger.title')}</h2>
      {view.recorded ? null : <p class="k-ledger__note">{say('ledger.onlyCounted')}</p>}
      <ol class="k-ledger__lines">
        {ledgerOf(say, steps).map((line, at) => (
          <RecordLine
            key={`${line.key} ${at}`}
            words={line.words}
            sum={line.sum}
            sign={line.sign}
            problem={line.key === 'forfeited' ? 'forfeiture' : 'release-date'}
            page="release"
            line={line.key}
            figures={line.figures}
          />
        ))}
      </ol>
    </section>
  );
}
