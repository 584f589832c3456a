import { type RawBuilder, sql } from 'kysely';

/**
 * The wing of a prison in which somebody lives, or lived last before he went to another prison; '' if he never did.
 * What he wrote there may be opened after he left.
 */
export const homeWing = (prisoner: RawBuilder<unknown>, prison: RawBuilder<unknown>) => sql<string>`coalesce(
  (select home.wing_id from prisoner as home where home.id = ${prisoner} and home.prison_id = ${prison}),
  (select gone.wing_id from transfer as gone where gone.prisoner_id = ${prisoner} and gone.from_prison_id = ${prison}
    order by gone.sent_at desc limit 1), '')`;
