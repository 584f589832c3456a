import { useState } from 'preact/hooks';
import { backTo } from '../../app/navigator.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../i18n/words.ts';
import { TextEntry } from '../../keyboard/index.tsx';
import { goOn, useDraft } from './use-draft.ts';

/** As long as the contract allows. */
const maxLength = 80;

/** The officer's name, if one knows it; then back to where the aside began. */
export function OfficerName() {
  const { say } = useWords();
  const answers = useDraft();
  const about = answers?.draft.about;
  const [name, setName] = useState(about?.name ?? '');
  if (!answers || !about) return null;
  const done = () => {
    const trimmed = name.trim();
    const changed = { ...answers.draft, about: { ...about, name: trimmed === '' ? null : trimmed } };
    answers.change(changed);
    backTo(place => place.at === 'question');
    // Of a complaint by an officer it was the question itself, and is answered.
    if (changed.kind === 'officer') goOn(changed);
  };
  return (
    <TextEntry
      title={say('complaint.officerName')}
      label={say('complaint.officerNameLabel')}
      value={name}
      max={maxLength}
      oneLine
      onChange={setName}
    >
      <Button
        kind="primary"
        icon="arrow-right"
        label={name.trim() === '' ? say('complaint.nameSkip') : say('complaint.go')}
        onTap={done}
      />
    </TextEntry>
  );
}
