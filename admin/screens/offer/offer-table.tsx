import type { OfferRow } from '../../../shared/offer/schema.ts';
import { Table } from '../../components/table.tsx';
import { shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

function OfferLine({ offer }: { readonly offer: OfferRow }) {
  return (
    <tr>
      <td>
        {shortDay(offer.madeOn)}
        {offer.receivedOn === offer.madeOn ? null : (
          <span class="p-cell__note">{t('rounds.came', { day: shortDay(offer.receivedOn) })}</span>
        )}
      </td>
      <td>{t(`rounds.section-${offer.section}`)}</td>
      <th scope="row">
        {offer.name ?? t('rounds.unknown')}
        <span class="p-cell__note">
          {offer.number}
          {offer.onTheList ? '' : ` · ${t('rounds.not-listed')}`}
        </span>
      </th>
      <td>
        {t(`rounds.answer-${offer.answer}`)}
        {offer.reason ? <span class="p-cell__note">{t(`rounds.reason-${offer.reason}`)}</span> : null}
      </td>
      <td>{offer.kiosk}</td>
    </tr>
  );
}

/** Every offer of the last fortnight, by day, in the order of numbers. */
export function OfferTable({ offers }: { readonly offers: readonly OfferRow[] }) {
  if (offers.length === 0) return null;
  return (
    <section class="p-rounds">
      <h2 class="p-rounds__title">{t('rounds.offers')}</h2>
      <p class="p-lead">{t('rounds.offers-lead')}</p>
      <Table
        label={t('rounds.offers')}
        head={
          <>
            <th scope="col">{t('rounds.day')}</th>
            <th scope="col">{t('rounds.place')}</th>
            <th scope="col">{t('prisoners.name')}</th>
            <th scope="col">{t('rounds.answer')}</th>
            <th scope="col">{t('rounds.machine')}</th>
          </>
        }
      >
        {offers.map(offer => (
          <OfferLine key={offer.id} offer={offer} />
        ))}
      </Table>
    </section>
  );
}
