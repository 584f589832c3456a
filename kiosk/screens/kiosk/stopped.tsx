import { nameOf } from '../../../shared/language/languages.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { speakOther, useWords } from '../../i18n/words.ts';

/** Why nothing starts at all. */
export type Stop = 'insecure' | 'too-old';

/** The whole page when Sauti cannot run here: one sentence, and what to tell an officer. */
export function Stopped({ by }: { by: Stop }) {
  const { other, say } = useWords();
  const title = by === 'insecure' ? say('failure.insecure') : say('failure.tooOld');
  const lead = by === 'insecure' ? say('failure.insecureOfficer') : say('failure.tooOldOfficer');
  return (
    <main class="k-main k-stopped" data-screen={by}>
      <State
        kind="error"
        picture={by === 'insecure' ? 'state-kept' : 'state-not-settled'}
        title={title}
        lead={lead}
      >
        <Button kind="secondary" icon="languages" label={nameOf(other)} onTap={() => void speakOther()} />
      </State>
    </main>
  );
}
