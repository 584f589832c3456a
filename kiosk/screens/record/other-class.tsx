import { go } from '../../app/navigator.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { useWords } from '../../i18n/words.ts';

const pageOf = { remand: 'remand', civil: 'civil-prisoners', condemned: 'sentence-of-death' } as const;

/** Whoever serves no term has no such page: what holds for him instead, one tap away. */
export function OtherClass({ of }: { of: keyof typeof pageOf }) {
  const { say } = useWords();
  return (
    <State
      kind="welcome"
      picture="page-court"
      title={say(`record.class.${of}`)}
      lead={say('record.classLead')}
    >
      <Button
        kind="primary"
        large
        icon="book-open"
        label={say('record.classRead')}
        onTap={() => go({ at: 'content', page: pageOf[of] })}
      />
    </State>
  );
}
