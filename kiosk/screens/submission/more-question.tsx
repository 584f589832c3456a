import { useEffect } from 'preact/hooks';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { session } from '../../app/session.ts';
import { Picture } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { loadKeyboard } from '../../keyboard/index.tsx';
import type { Draft } from './draft.ts';
import { type DraftAnswers, useDraft } from './use-draft.ts';

/** More, in one's own words, if one likes. Whether it is about an officer is asked here, before any word. */
export function MoreQuestion() {
  const { say } = useWords();
  const answers = useDraft();
  const { who } = useLive(session);
  // Words may come next, and a tap must not wait for a file.
  useEffect(() => void loadKeyboard(), []);
  if (!answers) return null;
  const { draft, answer } = answers;
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('complaint.more')}</h1>
      <Choices>
        <Tile
          picture="say-nothing"
          label={say('complaint.moreNo')}
          onTap={() => answer({ ...draft, moreAsked: true })}
        />
        {draft.asked?.rules.words === false ? null : (
          <Tile picture="say-more" label={say('complaint.moreYes')} onTap={() => go({ at: 'write' })} />
        )}
        {draft.asked?.rules.voice && draft.letter === null && who !== 'nameless' ? (
          <Tile picture="say-voice" label={say('complaint.moreSpeak')} onTap={() => go({ at: 'speak' })} />
        ) : null}
      </Choices>
      {draft.kind === 'officer' ? null : (
        <div class="k-sides">
          <AboutOfficer answers={answers} />
        </div>
      )}
    </section>
  );
}

/** Small and plain, so that nobody behind sees it chosen; a second tap takes it back. */
function AboutOfficer({ answers: { draft, change } }: { answers: DraftAnswers }) {
  const { say } = useWords();
  const toggle = () => (draft.about ? change(withoutOfficer(draft)) : go({ at: 'rank' }));
  return (
    <button type="button" class="k-side" aria-pressed={draft.about !== null} {...onTap(toggle)}>
      <Picture id="about-officer" />
      <span class="k-side__label">{say('complaint.aboutOfficer')}</span>
    </button>
  );
}

function withoutOfficer(draft: Draft): Draft {
  return { ...draft, about: null };
}
