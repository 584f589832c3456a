import { useEffect } from 'preact/hooks';
import { State } from '../components/state.tsx';
import { t } from '../i18n/words.ts';
import { Backups } from '../screens/backups/backups.tsx';
import { Claims } from '../screens/claim/claims.tsx';
import { EarningsScreen } from '../screens/earnings/earnings.tsx';
import { WorkDay } from '../screens/earnings/work-day.tsx';
import { Irregularities } from '../screens/irregularity/irregularities.tsx';
import { Kiosks } from '../screens/kiosks/kiosks.tsx';
import { Lights } from '../screens/kiosks/lights.tsx';
import { LawPage } from '../screens/law/law.tsx';
import { Rounds } from '../screens/offer/rounds.tsx';
import { Paper } from '../screens/paper/paper.tsx';
import { Prisoners } from '../screens/prisoner/prisoners.tsx';
import { RulebookScreen } from '../screens/rulebook/rulebook.tsx';
import { SentenceScreen } from '../screens/sentence/sentence.tsx';
import { Password } from '../screens/session/password.tsx';
import { Quiet } from '../screens/session/quiet.tsx';
import { Staff } from '../screens/staff/staff.tsx';
import { StageScreen } from '../screens/stage/stage.tsx';
import { CaseScreen } from '../screens/submission/case.tsx';
import { CaseListScreen } from '../screens/submission/list.tsx';
import { TimeScreen } from '../screens/time/time.tsx';
import { caseKey } from '../store/case-name.ts';
import type { Me } from '../store/session.ts';
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

function recordOf({ id, tab }: Extract<Place, { page: 'prisoner' }>) {
  const key = `${id} ${tab}`;
  if (tab === 'stage') return <StageScreen key={key} id={id} />;
  return tab === 'earnings' ? <EarningsScreen key={key} id={id} /> : <SentenceScreen key={key} id={id} />;
}

function screenOf(here: Place, me: Me) {
  switch (here.page) {
    case 'home':
      return <Quiet me={me} />;
    case 'cases':
      return <CaseListScreen me={me} list={here.list} kind={here.kind} wing={here.wing} />;
    case 'case':
      return <CaseScreen key={caseKey(here)} me={me} number={here.number} prison={here.prison} />;
    case 'prisoners':
      return <Prisoners me={me} />;
    case 'prisoner':
      return recordOf(here);
    case 'work':
      return <WorkDay me={me} />;
    case 'rulebook':
      return <RulebookScreen />;
    case 'claims':
      return <Claims />;
    case 'irregularities':
      return <Irregularities />;
    case 'kiosks':
      return <Kiosks me={me} />;
    case 'lights':
      return <Lights me={me} />;
    case 'rounds':
      return <Rounds me={me} />;
    case 'paper':
      return <Paper me={me} />;
    case 'staff':
      return <Staff me={me} />;
    case 'backups':
      return <Backups />;
    case 'time':
      return <TimeScreen me={me} />;
    case 'law':
      return <LawPage />;
    case 'password':
      return <Password first={false} />;
    case 'unknown':
      return <NotHere me={me} />;
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
  if (me.mustChangePassword) return <Password first={true} />;
  if (sendOn) return null;
  return mayVisit(me.role, here) ? screenOf(here, me) : <NotHere me={me} />;
}
