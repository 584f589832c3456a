import { offerAnswers } from '../../../shared/offer/kinds.ts';
import type { OfferRow } from '../../../shared/offer/schema.ts';
import { Table } from '../../components/table.tsx';
import { shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

function OfferLine({ offer }: { readonly offer: OfferRow }) {
  return (
    <tr>
      <th scope="row">
        {offer.name ?? t('rounds.unknown')}
        <span class="p-cell__note">
          {offer.number}
          {offer.onTheList ? '' : ` · ${t('rounds.not-listed')}`}
        </span>
      </th>
      <td>{t(`rounds.section-${offer.section}`)}</td>
      <td>
        {t(`rounds.answer-${offer.answer}`)}
        {offer.reason ? <span class="p-cell__note">{t(`rounds.reason-${offer.reason}`)}</span> : null}
      </td>
      <td>
        {offer.kiosk}
        {offer.receivedOn === offer.madeOn ? null : (
          <span class="p-cell__note">{t('rounds.came', { day: shortDay(offer.receivedOn) })}</span>
        )}
      </td>
    </tr>
  );
}

/** How the offers of a day ended, in one line. */
function sumWords(offers: readonly OfferRow[]): string {
  return offerAnswers
    .flatMap(answer => {
      const count = offers.filter(offer => offer.answer === answer).length;
      return count === 0 ? [] : `${t(`rounds.answer-${answer}`)}: ${count}`;
    })
    .join(' · ');
}

function Day({ offers, open }: { readonly offers: readonly OfferRow[]; readonly open: boolean }) {
  return (
    <details class="p-offers" open={open}>
      <summary class="p-offers__day">
        <strong>{shortDay(offers[0]?.madeOn ?? '')}</strong>
        {sumWords(offers)}
      </summary>
      <Table
        label={t('rounds.offers')}
        head={
          <>
            <th scope="col">{t('prisoners.name')}</th>
            <th scope="col">{t('rounds.place')}</th>
            <th scope="col">{t('rounds.answer')}</th>
            <th scope="col">{t('rounds.machine')}</th>
          </>
        }
      >
        {offers.map(offer => (
          <OfferLine key={offer.id} offer={offer} />
        ))}
      </Table>
    </details>
  );
}

/** Every offer of the last fortnight, day by day, in the order of numbers; the newest day is unfolded. */
export function OfferTable({ offers }: { readonly offers: readonly OfferRow[] }) {
  if (offers.length === 0) return null;
  const days = [...Map.groupBy(offers, offer => offer.madeOn)];
  return (
    <section class="p-rounds">
      <h2 class="p-rounds__title">{t('rounds.offers')}</h2>
      <p class="p-lead">{t('rounds.offers-lead')}</p>
      {days.map(([day, made], at) => (
        <Day key={day} offers={made} open={at === 0} />
      ))}
    </section>
  );
}
