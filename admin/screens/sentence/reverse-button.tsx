import { Button } from '../../components/button.tsx';
import { t } from '../../i18n/words.ts';

interface ReverseButtonProps<L> {
  readonly line: L;
  /** Null: the reader does not write in records. */
  readonly onReverse: ((line: L) => void) | null;
}

/** Undoes a line of a record by another one; neither what was undone nor what undid it can be undone again. */
export function ReverseButton<L extends { readonly reversed: boolean; readonly kind: string }>({
  line,
  onReverse,
}: ReverseButtonProps<L>) {
  if (!onReverse || line.reversed || line.kind === 'reversal') return null;
  return (
    <Button kind="quiet" onClick={() => onReverse(line)}>
      {t('sentence.reverse')}
    </Button>
  );
}
