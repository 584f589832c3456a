import { useState } from 'preact/hooks';
import type { Section } from '../../../shared/offer/kinds.ts';
import { restart } from '../../app/navigator.ts';
import { leave } from '../../app/session.ts';
import { keepOffer, type OfferForm, type SendResult } from '../../store/index.ts';

/** To whom a machine is offered, where. */
export interface Offering {
  readonly id: string;
  readonly section: Section;
  readonly number: string;
}

type Refused = Extract<SendResult, { ok: false }>['problem'];
type Answer = Pick<OfferForm, 'answer' | 'reason'>;

/**
 * Keeps what came of an offer and goes on: to the whole kiosk for who wants it, to the next number otherwise. While it
 * could not be kept the question stands, with why.
 */
export function useKeep(offering: Offering) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const keep = async (answer: Answer) => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const result = await keepOffer({ ...offering, ...answer });
    setBusy(false);
    if (!result.ok) return setRefused(result.problem);
    if (answer.answer === 'used') leave();
    else restart({ at: 'round' }, { at: 'offer-number', section: offering.section, kept: true });
  };
  return { busy, refused, keep };
}
