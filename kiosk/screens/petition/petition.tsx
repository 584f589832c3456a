import { kindNow } from '../../../shared/submission/kind-rules.ts';
import { kindPicture, pleaKinds } from '../../../shared/submission/kinds.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { startOf } from '../kiosk/hindrance.ts';

/** To whom it goes, by what it is about; one's own case is no petition, and reading of it needs no name. */
export function Petition() {
  const { say } = useWords();
  const kiosk = useKiosk();
  const offered = pleaKinds.filter(kind => kindNow(kiosk.settings?.kinds, kind).rules.offered);
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('petition.title')}</h1>
      <Choices>
        {offered.map(kind => (
          <Tile
            key={kind}
            picture={kindPicture(kind)}
            label={say(`kinds.${kind}`)}
            note={say(`petition.${kind}`)}
            disabled={kiosk.phase !== 'reading-only' && kiosk.settings === null}
            onTap={() => go(startOf(kind, kiosk))}
          />
        ))}
        <Tile
          picture="tile-rules"
          label={say('groups.petition')}
          note={say('petition.read')}
          onTap={() => go({ at: 'group', group: 'petition' })}
        />
      </Choices>
    </section>
  );
}
