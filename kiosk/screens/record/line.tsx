import type { ComponentChildren } from 'preact';
import type { Figures } from '../../../shared/submission/schema.ts';
import { Icon } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { ask, type Problem } from './query.tsx';

/** What a request about a line carries: what it is about, and its figures as they stand now. */
interface Asked {
  readonly problem: Problem;
  readonly page: Figures['page'];
  readonly line: string;
  readonly figures: Figures['shown'];
}

/** "I think this is wrong" of one line, whose words are frozen with its figures. */
export function WrongButton({
  words,
  sum,
  problem,
  page,
  line,
  figures,
}: Asked & { words: string; sum?: string | null | undefined }) {
  const { say } = useWords();
  const shown = { ...figures, words: (sum ? `${words} ${sum}` : words).slice(0, 200) };
  return (
    <button
      type="button"
      class="k-ledger__wrong"
      aria-label={say('query.wrongOf', { line: words })}
      {...onTap(() => ask(problem, { page, line, shown }))}
    >
      <Icon name="flag" />
      <span>{say('query.wrong')}</span>
    </button>
  );
}

interface LineProps extends Asked {
  readonly icon?: ComponentChildren;
  readonly words: string;
  /** A second, softer sentence. */
  readonly note?: string | null | undefined;
  readonly sum?: string | null | undefined;
  readonly sign?: 'for' | 'against' | null;
  readonly off?: boolean;
}

/** One line of a record: what it says, what it comes to, and that it may be wrong. */
export function RecordLine({ icon, words, note, sum, sign, off, ...asked }: LineProps) {
  return (
    <li class="k-ledger__line" data-sign={sign ?? undefined} data-off={off || undefined}>
      <div class="k-ledger__words" data-icon={icon ? '' : undefined}>
        {icon}
        <p>{words}</p>
        {note ? <p class="k-ledger__note">{note}</p> : null}
      </div>
      {sum ? <p class="k-ledger__sum">{sum}</p> : null}
      <WrongButton words={words} sum={sum} {...asked} />
    </li>
  );
}

/** A title and the lines under it. */
export function Lines({
  title,
  note,
  children,
}: {
  title: string;
  note?: string | null;
  children: ComponentChildren;
}) {
  return (
    <section class="k-ledger">
      <h2 class="k-ledger__title">{title}</h2>
      {note ? <p class="k-ledger__note">{note}</p> : null}
      <ul class="k-ledger__lines">{children}</ul>
    </section>
  );
}
