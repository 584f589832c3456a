import type { Section } from '../../../shared/offer/kinds.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { useWords } from '../../i18n/words.ts';
import { newForm } from '../../store/index.ts';
import { Hindered } from '../kiosk/hindered.tsx';
import { hindranceOf } from '../kiosk/hindrance.ts';
import { NumberPad } from '../prisoner/number-pad.tsx';

/** To whom it is offered, and that the last answer is kept. The form gets its id here, so that two taps are one offer. */
export function OfferNumber({ section, kept }: { section: Section; kept: boolean }) {
  const { say } = useWords();
  const kiosk = useKiosk();
  const hindrance = hindranceOf(kiosk, 'complaint');
  if (hindrance) return <Hindered by={hindrance} />;
  const lead = (example: string) =>
    say('offer.numberLead', { section: say(`offer.sections.${section}`), example });
  return (
    <NumberPad
      title={kept ? say('offer.kept') : say('offer.numberTitle')}
      lead={lead}
      onNumber={number => go({ at: 'offer', section, number, id: newForm().id })}
    />
  );
}
