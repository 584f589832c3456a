import { type NotAskedReason, notAskedReasons } from '../../../shared/offer/kinds.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { NotKept } from './offer.tsx';
import { type Offering, useKeep } from './use-keep.ts';

const pictures: Readonly<Record<NotAskedReason, string>> = {
  asleep: 'reason-asleep',
  'too-ill': 'page-doctor',
  'not-there': 'nameless',
  'not-safe': 'section-cells',
};

/** Why somebody could not be asked: the officer's word, and it stands as that. */
export function OfferReason(offering: Offering) {
  const { say } = useWords();
  const { busy, refused, keep } = useKeep(offering);
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('offer.reasonTitle')}</h1>
      <p class="k-question__hint">{say('offer.reasonHint', { number: offering.number })}</p>
      <Choices>
        {notAskedReasons.map(reason => (
          <Tile
            key={reason}
            picture={pictures[reason]}
            label={say(`offer.reasons.${reason}`)}
            disabled={busy}
            onTap={() => void keep({ answer: 'not-asked', reason })}
          />
        ))}
      </Choices>
      {refused ? (
        <div class="k-sides">
          <NotKept />
        </div>
      ) : null}
    </section>
  );
}
