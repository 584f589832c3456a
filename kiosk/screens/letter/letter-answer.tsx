import type { Phrase } from '../../../shared/letter/kinds.ts';
import { leave } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { useWords } from '../../i18n/words.ts';

/** What the justice answered, in one of the fixed phrases. */
export function LetterAnswer({ phrase }: { phrase: Phrase }) {
  const { say } = useWords();
  return (
    <State
      kind="empty"
      picture="state-answered"
      title={say(`letter.phrases.${phrase}`)}
      lead={say('letter.answered')}
    >
      <Button kind="primary" large icon="check" label={say('receipt.done')} onTap={() => leave()} />
    </State>
  );
}
