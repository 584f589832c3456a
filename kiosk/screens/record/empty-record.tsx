import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { useWords } from '../../i18n/words.ts';
import { ask } from './query.tsx';

const words = {
  stage: { title: 'stage.none', lead: 'stage.noneLead' },
  earnings: { title: 'earnings.none', lead: 'earnings.noneLead' },
} as const;

/** Nothing is entered of him on this page yet, and he can ask the office why. */
export function EmptyRecord({ page }: { page: 'stage' | 'earnings' }) {
  const { say } = useWords();
  const title = say(words[page].title);
  return (
    <State kind="empty" picture={`tile-${page}`} title={title} lead={say(words[page].lead)}>
      <Button
        kind="primary"
        large
        icon="flag"
        label={say('query.askOffice')}
        onTap={() => ask(page, { page, line: 'none', shown: { words: title } })}
      />
    </State>
  );
}
