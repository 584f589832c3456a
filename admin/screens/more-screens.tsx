import type { Place } from '../app/place.ts';
import type { Me } from '../store/session.ts';
import { Absences } from './absence/absences.tsx';
import { Backups } from './backups/backups.tsx';
import { Claims } from './claim/claims.tsx';
import { Contents } from './content/contents.tsx';
import { TextScreen } from './content/text.tsx';
import { Departures } from './departures/departures.tsx';
import { DigestScreen } from './digest/digest.tsx';
import { EarningsScreen } from './earnings/earnings.tsx';
import { WorkDay } from './earnings/work-day.tsx';
import { GoingScreen } from './going/going.tsx';
import { ImportScreen } from './import/import.tsx';
import { Irregularities } from './irregularity/irregularities.tsx';
import { Kinds } from './kinds/kinds.tsx';
import { Kiosks } from './kiosks/kiosks.tsx';
import { Lights } from './kiosks/lights.tsx';
import { LanguageScreen } from './language/language.tsx';
import { Languages } from './language/languages.tsx';
import { LawPage } from './law/law.tsx';
import { LettersScreen } from './letter/letters.tsx';
import { LogScreen } from './log/log.tsx';
import { Rounds } from './offer/rounds.tsx';
import { Paper } from './paper/paper.tsx';
import { Pins } from './pin/pins.tsx';
import { Prisoners } from './prisoner/prisoners.tsx';
import { RulebookScreen } from './rulebook/rulebook.tsx';
import { SentenceScreen } from './sentence/sentence.tsx';
import { Password } from './session/password.tsx';
import { Quiet } from './session/quiet.tsx';
import { Staff } from './staff/staff.tsx';
import { StageScreen } from './stage/stage.tsx';
import { TimeScreen } from './time/time.tsx';
import { VisitScreen } from './visit/visit.tsx';
import { WalkScreen } from './walk/walk.tsx';
import { WorkListScreen } from './work-list/work-list.tsx';

function recordOf({ id, tab }: Extract<Place, { page: 'prisoner' }>, me: Me) {
  const key = `${id} ${tab}`;
  if (tab === 'going') return <GoingScreen key={key} id={id} me={me} />;
  if (tab === 'stage') return <StageScreen key={key} id={id} />;
  return tab === 'earnings' ? <EarningsScreen key={key} id={id} /> : <SentenceScreen key={key} id={id} />;
}

/** The screen of a place beside the cases; none for theirs. */
export function MoreScreen({ here, me }: { readonly here: Place; readonly me: Me }) {
  switch (here.page) {
    case 'home':
      return <Quiet me={me} />;
    case 'prisoners':
      return <Prisoners me={me} />;
    case 'prisoner':
      return recordOf(here, me);
    case 'tasks':
      return <WorkListScreen />;
    case 'pins':
      return <Pins me={me} />;
    case 'work':
      return <WorkDay me={me} />;
    case 'import':
      return <ImportScreen />;
    case 'rulebook':
      return <RulebookScreen />;
    case 'kinds':
      return <Kinds me={me} />;
    case 'claims':
      return <Claims />;
    case 'departures':
      return <Departures />;
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
    case 'digest':
      return <DigestScreen me={me} />;
    case 'walk':
      return <WalkScreen me={me} />;
    case 'absences':
      return <Absences />;
    case 'backups':
      return <Backups />;
    case 'content':
      return <Contents me={me} />;
    case 'text':
      return <TextScreen key={`${here.id} ${here.code}`} id={here.id} code={here.code} />;
    case 'languages':
      return <Languages />;
    case 'language':
      return <LanguageScreen key={here.code} code={here.code} />;
    case 'time':
      return <TimeScreen me={me} />;
    case 'visit':
      return <VisitScreen />;
    case 'letters':
      return <LettersScreen me={me} />;
    case 'log':
      return <LogScreen me={me} />;
    case 'law':
      return <LawPage />;
    case 'password':
      return <Password first={me.mustChangePassword} />;
    default:
      return null;
  }
}
