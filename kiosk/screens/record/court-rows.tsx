import type { SentenceView } from '../../../shared/sentence/view.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { useWords } from '../../i18n/words.ts';
import type { Person } from '../../store/index.ts';
import { ReadingRow } from '../content/row.tsx';
import { appealLeftWords, courtDayAsked, courtDayWords } from './court-words.ts';
import { Lines, RecordLine } from './line.tsx';

/** Above the dates: what he still has with a court. Whoever has appealed has no days left to count. */
export function CourtRows({ view, person }: { view: SentenceView; person: Person }) {
  const { say } = useWords();
  const today = todayIn(zoneOf(useKiosk().settings));
  const waits = person.class === 'appellant';
  const left = waits ? null : appealLeftWords(say, view.appealUntil, today);
  return (
    <>
      {left ? (
        <ReadingRow
          picture="when-longer"
          title={say('meant.appeal')}
          note={left}
          onTap={() => go({ at: 'content', page: 'appeals' })}
        />
      ) : null}
      {waits ? (
        <ReadingRow
          picture="tile-petition"
          title={say('meant.appealWaits')}
          note={null}
          onTap={() => go({ at: 'content', page: 'appeal-pending' })}
        />
      ) : null}
      {waits || view.courtDay ? (
        <Lines title={say('meant.courtDay')}>
          <RecordLine words={courtDayWords(say, view.courtDay, today)} {...courtDayAsked(view.courtDay)} />
        </Lines>
      ) : null}
    </>
  );
}
