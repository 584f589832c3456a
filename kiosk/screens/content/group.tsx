import { pagesFor } from '../../../shared/content/audience.ts';
import { type PageGroupId, pagesIn } from '../../../shared/content/pages.ts';
import type { PrisonerClass } from '../../../shared/prisoner/classes.ts';
import { go } from '../../app/navigator.ts';
import { Icon } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { PageList } from './page-list.tsx';
import { usePages } from './use-pages.ts';

/** The pages of one group. */
export function Group({ group }: { group: PageGroupId }) {
  const { say } = useWords();
  return (
    <PageList title={say(`groups.${group}`)} entries={pagesIn(group)}>
      {group === 'petition' ? <AppealFirst /> : null}
    </PageList>
  );
}

/** The pages that are meant for whoever is held so, his own before everybody's. */
export function Meant({ of }: { of: PrisonerClass }) {
  const { say } = useWords();
  const found = usePages();
  return <PageList title={say('meant.moreTitle')} entries={pagesFor(of, found?.readersOf)} />;
}

/** Whoever looks for a petition may need an appeal, and has fourteen days: it stands before everything. */
function AppealFirst() {
  const { say } = useWords();
  return (
    <button type="button" class="k-first-of-all" {...onTap(() => go({ at: 'content', page: 'appeals' }))}>
      <Icon name="clock-alert" large />
      <span>{say('contents.appeal')}</span>
      <Icon name="chevron-right" />
    </button>
  );
}
