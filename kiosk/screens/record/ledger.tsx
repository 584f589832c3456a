import type { SentenceView } from '../../../shared/sentence/view.ts';
import { Icon } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { type LedgerLine, type LedgerStep, ledgerOf } from './ledger-words.ts';
import { ask } from './query.tsx';

/** The way from the sentence to both dates, a line for each step; every line can be said to be wrong. */
export function Ledger({ view, steps }: { view: SentenceView; steps: readonly LedgerStep[] }) {
  const { say } = useWords();
  return (
    <section class="k-ledger">
      <h2 class="k-ledger__title">{say('ledger.title')}</h2>
      {view.recorded ? null : <p class="k-ledger__note">{say('ledger.onlyCounted')}</p>}
      <ol class="k-ledger__lines">
        {ledgerOf(say, steps).map((line, at) => (
          <Line key={`${line.key} ${at}`} line={line} />
        ))}
      </ol>
    </section>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const { say } = useWords();
  const problem = line.key === 'forfeited' ? 'forfeiture' : 'release-date';
  return (
    <li class="k-ledger__line" data-sign={line.sign ?? undefined}>
      <p class="k-ledger__words">{line.words}</p>
      {line.sum ? <p class="k-ledger__sum">{line.sum}</p> : null}
      <button
        type="button"
        class="k-ledger__wrong"
        aria-label={say('query.wrongOf', { line: line.words })}
        {...onTap(() =>
          ask(problem, {
            page: 'release',
            line: line.key,
            shown: { ...line.figures, words: line.words.slice(0, 200) },
          }),
        )}
      >
        <Icon name="flag" />
        <span>{say('query.wrong')}</span>
      </button>
    </li>
  );
}
