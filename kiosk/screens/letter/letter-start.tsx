import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import type { LetterWish } from '../../app/places.ts';
import { Strip } from '../../components/strip.tsx';
import { Choices, Tile } from '../../components/tile.tsx';
import { sayDay } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';
import { startOf } from '../kiosk/hindrance.ts';

/** Before a word is written: who can open it, when the justice comes, and the words by which he knows this machine. */
export function LetterStart() {
  const { say } = useWords();
  const kiosk = useKiosk();
  const { letters } = kiosk;
  if (!letters) return null;
  const start = (wish: LetterWish) => () => go(startOf(wish, kiosk));
  const { nextVisit, readers, phrase } = letters;
  const visit =
    nextVisit === null
      ? say('letter.visitUnknown')
      : say('letter.visit', { day: sayDay(say, nextVisit, todayIn(zoneOf(kiosk.settings))) });
  return (
    <div class="k-strips">
      <Strip icon="lock" text={`${say('reader.sealed')} ${say('letter.readers', { count: readers })}`} />
      <Strip icon="shield-check" text={`${say('letter.phrase')} ${phrase}`} />
      <section class="k-question">
        <h1 class="c-visually-hidden">{say('letter.title')}</h1>
        <Choices>
          <Tile
            picture="page-letter"
            label={say('letter.write')}
            note={say('letter.writeNote')}
            onTap={start('letter')}
          />
          <Tile picture="page-visit" label={say('letter.see')} note={visit} onTap={start('see')} />
        </Choices>
      </section>
    </div>
  );
}
