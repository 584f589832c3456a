import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';

export interface VerdictProps {
  readonly canSettle: boolean;
  readonly canReopen: boolean;
  readonly busy: boolean;
  readonly onVerdict: (settled: boolean) => void;
}

/** *Settled* or *not settled*: equal in size, since both are right answers. */
export function Verdict({ canSettle, canReopen, busy, onVerdict }: VerdictProps) {
  const { say } = useWords();
  if (!canSettle && !canReopen) return null;
  return (
    <div class="k-verdict">
      <h2 class="k-verdict__title">{say('submission.ask')}</h2>
      <Choices>
        <Tile
          picture="state-settled"
          label={say('submission.settle')}
          disabled={!canSettle || busy}
          onTap={() => onVerdict(true)}
        />
        <Tile
          picture="state-not-settled"
          label={say('submission.notSettle')}
          disabled={!canReopen || busy}
          onTap={() => onVerdict(false)}
        />
      </Choices>
    </div>
  );
}
