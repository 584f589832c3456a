import type { NotAskedReason, OfferAnswer, Section } from '../../../shared/offer/kinds.ts';

/** Where somebody is held who cannot come to a kiosk by himself; `until_on` null while he is there. */
export interface PlacementTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  section: Section;
  from_on: string;
  until_on: string | null;
  recorded_by: string;
  recorded_at: string;
  ended_by: string | null;
  ended_at: string | null;
}

/** That a kiosk was offered to somebody on a round, and his answer. */
export interface OfferTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  section: Section;
  /** As it was typed on the round. */
  number: string;
  /** Null: nobody here has that number. */
  prisoner_id: string | null;
  /** The kiosk's best known time, never after it was received. */
  made_at: string;
  made_on: string;
  received_at: string;
  answer: OfferAnswer;
  reason: NotAskedReason | null;
}
