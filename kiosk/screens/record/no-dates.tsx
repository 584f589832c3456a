import type { SentenceView } from '../../../shared/sentence/view.ts';
import { go } from '../../app/navigator.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { useWords } from '../../i18n/words.ts';
import { ask } from './query.tsx';

type Refusal = Extract<SentenceView['computed'], { ok: false }>['refusal'];

/** Life, death and the President's pleasure have no date to count from; words and where to ask, never "refused". */
export function NoDates({ refusal, view }: { refusal: Refusal; view: SentenceView }) {
  const { say } = useWords();
  const byLaw = refusal === 'life' || refusal === 'death' || refusal === 'presidents-pleasure';
  const nothing = refusal === 'no-sentence';
  const title = byLaw
    ? say(`release.none.${refusal}`)
    : say(nothing ? 'release.none.not-entered' : 'release.none.mistake');
  return (
    <State
      kind="empty"
      picture="tile-release"
      title={title}
      lead={say(byLaw ? 'release.none.lead' : 'release.none.mistakeLead')}
    >
      {byLaw ? (
        <Button
          kind="primary"
          large
          icon="book-open"
          label={say('release.none.read')}
          onTap={() => go({ at: 'content', page: 'life-death-president' })}
        />
      ) : (
        <Button
          kind="primary"
          large
          icon="flag"
          label={say('query.askOffice')}
          onTap={() => ask('release-date', { page: 'release', line: refusal, shown: { state: view.state } })}
        />
      )}
    </State>
  );
}
