import { useEffect, useState } from 'preact/hooks';
import { State, Waiting } from '../components/state.tsx';
import { t } from '../i18n/words.ts';
import { CaseScreen } from '../screens/submission/case.tsx';
import { CaseListScreen } from '../screens/submission/list.tsx';
import { caseKey } from '../store/case-name.ts';
import type { Me } from '../store/session.ts';
import { loadMoreScreens, moreScreensNow } from './more-screens.ts';
import { Page } from './page.tsx';
import { homeOf, mayVisit, type Place } from './place.ts';
import { go, place } from './router.ts';
import { useValue } from './use-value.ts';

/** A page that this role does not have, or that is not there at all. */
function NotHere({ me }: { readonly me: Me }) {
  return (
    <Page title={t('not-here.title')}>
      <State kind="empty" picture="tile-help" title={t('not-here.words')}>
        <div class="c-buttons">
          <button type="button" class="c-button c-button--primary" onClick={() => go(homeOf(me.role))}>
            {t('not-here.home')}
          </button>
        </div>
      </State>
    </Page>
  );
}

/** The pages beside the cases: a file of their own, which comes after the first drawing. */
function More({ here, me }: { readonly here: Place; readonly me: Me }) {
  const [screens, setScreens] = useState(moreScreensNow);
  useEffect(() => {
    if (!screens) void loadMoreScreens().then(setScreens);
  }, [screens]);
  if (!screens)
    return (
      <div class="p-page">
        <main id="main" class="p-main">
          <Waiting rows={4} />
        </main>
      </div>
    );
  return <screens.MoreScreen here={here} me={me} />;
}

function screenOf(here: Place, me: Me) {
  switch (here.page) {
    case 'cases':
      return <CaseListScreen me={me} list={here.list} kind={here.kind} wing={here.wing} alike={here.alike} />;
    case 'case':
      return <CaseScreen key={caseKey(here)} me={me} number={here.number} prison={here.prison} />;
    case 'unknown':
      return <NotHere me={me} />;
    default:
      return <More here={here} me={me} />;
  }
}

/** The screen for where somebody is; the bare address leads to what waits for his role. */
export function Screen({ me }: { readonly me: Me }) {
  const here = useValue(place);
  const home = homeOf(me.role);
  const sendOn = here.page === 'home' && home.page !== 'home';
  useEffect(() => {
    if (sendOn) go(home, 'replace');
  });
  if (me.mustChangePassword) return <More here={{ page: 'password' }} me={me} />;
  // What is late comes first, wherever he meant to go, until he says that he has read it.
  if (me.digestUnread) return <More here={{ page: 'digest' }} me={me} />;
  if (sendOn) return null;
  return mayVisit(me.role, here) ? screenOf(here, me) : <NotHere me={me} />;
}
