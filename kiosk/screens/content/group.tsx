import { pagesFor } from '../../../shared/content/audience.ts';
import { type PageGroupId, pagesIn } from '../../../shared/content/pages.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { session } from '../../app/session.ts';
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

/** The pages that are meant for whoever is signed in, his own before everybody's. */
export function Meant() {
  const { say } = useWords();
  const found = usePages();
  const { who } = useLive(session);
  if (who === null || who === 'nameless' || who.kind !== 'person') return null;
  return <PageList title={say('meant.moreTitle')} entries={pagesFor(who, found?.readersOf)} />;
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
