import { type Section, sections } from '../../../shared/offer/kinds.ts';
import { go } from '../../app/navigator.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';

const pictures: Readonly<Record<Section, string>> = {
  'punishment-cells': 'section-cells',
  infirmary: 'page-doctor',
  condemned: 'section-condemned',
};

/** Where the machine was carried to; for the officer who carries it. */
export function OfferSection() {
  const { say } = useWords();
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('offer.sectionTitle')}</h1>
      <p class="k-question__hint">{say('offer.sectionHint')}</p>
      <Choices>
        {sections.map(section => (
          <Tile
            key={section}
            picture={pictures[section]}
            label={say(`offer.sections.${section}`)}
            onTap={() => go({ at: 'offer-number', section, kept: false })}
          />
        ))}
      </Choices>
    </section>
  );
}
