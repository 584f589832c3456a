import { ranks } from '../../../shared/submission/kinds.ts';
import { go } from '../../app/navigator.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { useDraft } from './use-draft.ts';

/** Which rank, by picture; not knowing it is an answer too. */
export function OfficerRank() {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers) return null;
  const { draft, change } = answers;
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('complaint.rank')}</h1>
      <p class="k-question__hint">{say('complaint.rankHint')}</p>
      <Choices>
        {ranks.map(rank => (
          <Tile
            key={rank}
            picture={rank === 'unknown' ? 'other' : `rank-${rank}`}
            label={say(`ranks.${rank}`)}
            onTap={() => {
              change({ ...draft, about: { rank, wing: null, name: null } });
              go({ at: 'officer-wing' });
            }}
          />
        ))}
      </Choices>
    </section>
  );
}
