import { isWaiting, type Waiting } from '../../../shared/prisoner/classes.ts';
import type { SentenceView } from '../../../shared/sentence/view.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { session } from '../../app/session.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import type { Person } from '../../store/index.ts';
import { SessionStrips } from '../prisoner/strips.tsx';
import { appealLeftWords, courtDayAsked, courtDayWords } from './court-words.ts';
import { WrongButton } from './line.tsx';
import { useOwn } from './use-own.ts';

const tiles = {
  'court-day': { label: 'meant.courtDay', picture: 'page-court' },
  bail: { label: 'meant.bail', picture: 'page-bail' },
  'own-food-and-clothes': { label: 'meant.food', picture: 'subject-food' },
  'papers-and-advocate': { label: 'meant.papers', picture: 'page-papers' },
  'visits-and-letters': { label: 'meant.visits', picture: 'page-visit' },
  'civil-prisoners': { label: 'meant.holds', picture: 'sign-in-card' },
  'sentence-of-death': { label: 'meant.holds', picture: 'sign-in-card' },
  appeals: { label: 'meant.appeal', picture: 'when-longer' },
  'whom-outside': { label: 'meant.outside', picture: 'page-letter' },
  women: { label: 'meant.women', picture: 'page-mother' },
} as const;
type TilePage = keyof typeof tiles;

const tilesOf: Readonly<Record<Waiting, readonly TilePage[]>> = {
  remand: ['court-day', 'bail', 'own-food-and-clothes', 'papers-and-advocate', 'visits-and-letters'],
  civil: ['court-day', 'civil-prisoners', 'papers-and-advocate', 'visits-and-letters', 'whom-outside'],
  condemned: ['sentence-of-death', 'appeals', 'papers-and-advocate', 'visits-and-letters', 'whom-outside'],
};

/** In place of dates and stages that somebody has not: his day in court, and the pages that are meant for him. */
export function MeantFor({ person, of }: { person: Person; of: Waiting }) {
  const { say } = useWords();
  const today = todayIn(zoneOf(useKiosk().settings));
  // The tiles lead to pages that are here in any case: they do not wait for the record.
  const { value } = useOwn(person, 'sentence');
  const fact =
    value === null
      ? null
      : of === 'condemned'
        ? appealLeftWords(say, value.appealUntil, today)
        : courtDayWords(say, value.courtDay, today);
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say(`record.class.${of}`)}</h1>
      {fact ? <Fact of={of} words={fact} courtDay={value?.courtDay ?? null} /> : null}
      <Choices>
        {[...tilesOf[of], ...(person.sex === 'female' ? (['women'] as const) : [])].map(page => (
          <Tile
            key={page}
            picture={tiles[page].picture}
            label={say(tiles[page].label)}
            onTap={() => go({ at: 'content', page })}
          />
        ))}
        <Tile picture="tile-rules" label={say('meant.more')} onTap={() => go({ at: 'meant' })} />
      </Choices>
    </section>
  );
}

/** What he came for: the day in court, or of a sentence of death the days that are left to appeal. */
function Fact({ of, words, courtDay }: { of: Waiting; words: string; courtDay: SentenceView['courtDay'] }) {
  const { say } = useWords();
  const name = say(of === 'condemned' ? 'meant.appeal' : 'meant.courtDay');
  return (
    <div class="k-question__hint k-fact">
      <p>
        <strong>{name}</strong>: {words}
      </p>
      {of === 'condemned' ? null : <WrongButton words={`${name}: ${words}`} {...courtDayAsked(courtDay)} />}
    </div>
  );
}

/** The first screen after the sign-in of whoever is held so. */
export function OwnScreen() {
  const { who } = useLive(session);
  if (who === null || who === 'nameless' || who.kind !== 'person' || !isWaiting(who.class)) return null;
  return (
    <div class="k-strips">
      <SessionStrips />
      <MeantFor person={who} of={who.class} />
    </div>
  );
}
