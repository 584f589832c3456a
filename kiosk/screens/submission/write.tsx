import { Button } from '../../components/button.tsx';
import { useWords } from '../../i18n/words.ts';
import { TextEntry } from '../../keyboard/index.tsx';
import { goOn, useDraft } from './use-draft.ts';

/** As long as the contract allows (shared/submission/schema.ts). */
const maxLength = 1000;

/** One's own words. What is written stays when one goes back. */
export function Write() {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers) return null;
  const { draft, change } = answers;
  const done = () => {
    const answered = { ...draft, moreAsked: true };
    change(answered);
    goOn(answered);
  };
  return (
    <TextEntry
      title={say('complaint.write')}
      label={say('complaint.writeLabel')}
      value={draft.text}
      max={maxLength}
      onChange={text => change({ ...draft, text })}
    >
      <Button
        kind="primary"
        icon="arrow-right"
        label={draft.text.trim() === '' ? say('complaint.skip') : say('complaint.go')}
        onTap={done}
      />
    </TextEntry>
  );
}
