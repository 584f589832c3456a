import { go } from '../../app/navigator.ts';
import { Icon } from '../../components/picture.tsx';
import { Strip } from '../../components/strip.tsx';
import { onTap } from '../../components/tap.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { type Offering, useKeep } from './use-keep.ts';

/** The question itself: the machine is in his hands, and the answer is his. */
export function Offer(offering: Offering) {
  const { say } = useWords();
  const { busy, refused, keep } = useKeep(offering);
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('offer.title')}</h1>
      <p class="k-question__hint">{say('offer.hint', { number: offering.number })}</p>
      <Choices>
        <Tile
          picture="help-tap"
          label={say('offer.yes')}
          note={say('offer.yesNote')}
          disabled={busy}
          onTap={() => void keep({ answer: 'used', reason: null })}
        />
        <Tile
          picture="offer-not-now"
          label={say('offer.no')}
          note={say('offer.noNote')}
          disabled={busy}
          onTap={() => void keep({ answer: 'not-wanted', reason: null })}
        />
      </Choices>
      <div class="k-sides">
        {refused ? <NotKept /> : null}
        <button type="button" class="k-side" {...onTap(() => go({ at: 'offer-reason', ...offering }))}>
          <Icon name="user-round-x" />
          <span>{say('offer.notAsked')}</span>
        </button>
      </div>
    </section>
  );
}

/** It is not on the disk: the question stands. */
export function NotKept() {
  const { say } = useWords();
  return <Strip icon="triangle-alert" text={say('offer.notKept')} />;
}
