import { useKiosk } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { useDraft } from './use-draft.ts';

/** Where the officer works, if one knows. */
export function OfficerWing() {
  const { say } = useWords();
  const { settings } = useKiosk();
  const answers = useDraft();
  const about = answers?.draft.about;
  if (!answers || !about) return null;
  const choose = (wing: string | null) => {
    answers.change({ ...answers.draft, about: { ...about, wing } });
    go({ at: 'officer-name' });
  };
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('complaint.wing')}</h1>
      <Choices>
        {settings?.wings.map(wing => (
          <Tile
            key={wing.id}
            picture="wing"
            sign={signOf(wing.name)}
            label={wing.name}
            onTap={() => choose(wing.id)}
          />
        ))}
        <Tile picture="other" label={say('complaint.wingUnknown')} onTap={() => choose(null)} />
      </Choices>
    </section>
  );
}

/** What is painted large on a wing: the last word of its name, if it is as short as a letter or a number. */
function signOf(name: string): string | undefined {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  return last.length <= 2 ? last : undefined;
}
