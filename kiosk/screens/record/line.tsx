import type { ComponentChildren } from 'preact';
import type { Figures } from '../../../shared/submission/schema.ts';
import { Icon } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { ask, type Problem } from './query.tsx';

interface LineProps {
  readonly icon?: ComponentChildren;
  readonly words: string;
  /** A second, softer sentence. */
  readonly note?: string | null | undefined;
  readonly sum?: string | null | undefined;
  readonly sign?: 'for' | 'against' | null;
  readonly off?: boolean;
  readonly problem: Problem;
  readonly page: Figures['page'];
  readonly line: string;
  readonly figures: Figures['shown'];
}

/** One line of a record: what it says, what it comes to, and that it may be wrong. */
export function RecordLine({ icon, words, note, sum, sign, off, problem, page, line, figures }: LineProps) {
  const { say } = useWords();
  const shown = { ...figures, words: (sum ? `${words} ${sum}` : words).slice(0, 200) };
  return (
    <li class="k-ledger__line" data-sign={sign ?? undefined} data-off={off || undefined}>
      <div class="k-ledger__words" data-icon={icon ? '' : undefined}>
        {icon}
        <p>{words}</p>
        {note ? <p class="k-ledger__note">{note}</p> : null}
      </div>
      {sum ? <p class="k-ledger__sum">{sum}</p> : null}
      <button
        type="button"
        class="k-ledger__wrong"
        aria-label={say('query.wrongOf', { line: words })}
        {...onTap(() => ask(problem, { page, line, shown }))}
      >
        <Icon name="flag" />
        <span>{say('query.wrong')}</span>
      </button>
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
