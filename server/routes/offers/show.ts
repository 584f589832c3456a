import { daysFrom, daysWithout, isHeldOn, sectionDay } from '../../../shared/offer/days.ts';
import { sections } from '../../../shared/offer/kinds.ts';
import type { HeldRow, OfferRow } from '../../../shared/offer/schema.ts';
import { dayOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { countRoundKiosks, lastOffered, listOffers, listPlacements } from '../../queries/placement.ts';
import { getPrison, type Prison } from '../../queries/prison.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { mayPlace } from './place.ts';

/** Days by section, and offers one by one. */
const daysInTable = 14;
/** How far days without an offer are looked for. */
const daysSearched = 92;
const daysListed = 31;

type Placed = Awaited<ReturnType<typeof listPlacements>>[number];
type Made = Awaited<ReturnType<typeof listOffers>>[number];

function offerRow(offer: Made, placed: readonly Placed[], { zone }: Prison): OfferRow {
  const { id, madeOn, section, number, name, answer, reason, kiosk, prisonerId } = offer;
  const receivedOn = dayOf(Temporal.Instant.from(offer.receivedAt), zone).toString();
  const onTheList = placed.some(one => one.prisonerId === prisonerId && isHeldOn(one, madeOn));
  return { id, madeOn, receivedOn, section, number, name, answer, reason, kiosk, onTheList };
}

/** Those with the most days without an offer first. */
function heldRows(
  placed: readonly Placed[],
  offers: readonly Made[],
  last: ReadonlyMap<string, string>,
  { today, since }: { today: string; since: string },
): HeldRow[] {
  return placed
    .filter(one => one.untilOn === null)
    .map(one => ({
      id: one.id,
      number: one.number,
      name: one.name,
      section: one.section,
      fromOn: one.fromOn,
      recordedAt: one.recordedAt,
      lastOfferedOn: [last.get(one.prisonerId)].find(day => day !== undefined && day >= one.fromOn) ?? null,
      daysWithout: daysWithout(one, offers, today, since).toReversed().slice(0, daysListed),
    }))
    .toSorted((a, b) => b.daysWithout.length - a.daysWithout.length || a.fromOn.localeCompare(b.fromOn));
}

export const rounds = handle('GET /api/offers', async ({ context, caller }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  const prison = await getPrison(database.read, prisonId);
  const day = dayOf(clock.now(), prison.zone);
  const today = day.toString();
  const since = day.subtract({ days: daysSearched }).toString();
  const shownSince = day.subtract({ days: daysInTable - 1 }).toString();
  const [placed, offers, last, kiosks] = await Promise.all([
    listPlacements(database.read, prisonId, since),
    listOffers(database.read, prisonId, since),
    lastOffered(database.read, prisonId),
    countRoundKiosks(database.read, prisonId),
  ]);
  return {
    today,
    kiosks,
    held: heldRows(placed, offers, last, { today, since }),
    days: daysFrom(shownSince, today)
      .toReversed()
      .map(on => ({ on, sections: sections.map(section => sectionDay(section, on, placed, offers)) })),
    offers: offers.filter(offer => offer.madeOn >= shownSince).map(offer => offerRow(offer, placed, prison)),
    mayWrite: mayPlace(staff.role),
  };
});
