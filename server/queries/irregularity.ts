import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Irregularity } from '../../shared/staff/schema.ts';
import { dayOf, isoOf, nextSix } from '../clock.ts';
import type { Schema } from '../database/schema.ts';

export interface NewIrregularity {
  readonly kind: Irregularity['kind'];
  readonly kioskId: string | null;
  /** The same key is reported once only. */
  readonly once: string;
  readonly detail: Irregularity['detail'];
}

/** Notes what somebody must look at; a thing that was noted before is left as it is. */
export async function recordIrregularities(
  db: Kysely<Schema>,
  prisonId: string | null,
  at: string,
  found: readonly NewIrregularity[],
): Promise<void> {
  if (found.length === 0) return;
  await db
    .insertInto('irregularity')
    .values(
      found.map(({ kind, kioskId, once, detail }) => ({
        id: randomUUID(),
        prison_id: prisonId,
        at,
        kind,
        kiosk_id: kioskId,
        detail: JSON.stringify(detail),
        once,
      })),
    )
    .onConflict(conflict => conflict.column('once').doNothing())
    .execute();
}

/** Kinds that tell of one submission. */
const ofOneSubmission: ReadonlySet<Irregularity['kind']> = new Set([
  'id-conflict',
  'unopenable',
  'sequence-doubled',
  'revoked-kiosk',
  'identity-unknown-key',
]);

/**
 * Whoever could have rewritten the log, taken a submission away, or signed in as somebody who was locked up, is not told
 * what gave it away: headquarters and the justices are.
 */
const notForThePrison: ReadonlySet<Irregularity['kind']> = new Set([
  'log-behind',
  'log-rewritten',
  'log-content',
  'sign-in-locked-up',
  'receipt-without-submission',
  'letters-missing',
  'code-changed',
  'code-unknown',
]);

/**
 * As officers of the prison and its administrator see them, newest first: what tells of one submission has neither kiosk nor hour nor
 * a number or digest of the item; that a kiosk gave out numbers that never came has no hour and no numbers. Both
 * come into the list at six next morning: whoever looked again and again would know the hour all the same.
 * `zone` is the prison's.
 */
export function withoutTraces(
  found: readonly Irregularity[],
  zone: string,
  now: Temporal.Instant,
): Irregularity[] {
  const hides = ({ kind }: Irregularity) => ofOneSubmission.has(kind) || kind === 'sequence-missing';
  return (
    found
      .filter(one => !hides(one) || nextSix(Temporal.Instant.from(one.at), zone) <= isoOf(now))
      .filter(({ kind }) => !notForThePrison.has(kind))
      .map(one => {
        if (!hides(one)) return one;
        const single = ofOneSubmission.has(one.kind);
        const { reason } = one.detail;
        return {
          ...one,
          at: dayOf(Temporal.Instant.from(one.at), zone).toString(),
          kiosk: single ? null : one.kiosk,
          detail: reason === undefined ? {} : { reason },
        };
      })
      // Anew: the order among those with an hour would tell the hour of those without.
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
  );
}

/** Kinds that name a number under which nothing had come. */
const ofANumber: ReadonlySet<string> = new Set<Irregularity['kind']>([
  'sequence-missing',
  'receipt-without-submission',
]);

const numberKey = (kioskId: string | null, sequence: unknown) => `${kioskId}/${sequence}`;

/** When what was missing came after all, by kiosk and number. */
async function arrivalsOf(
  db: Kysely<Schema>,
  missing: readonly { readonly kioskId: string; readonly sequence: number }[],
): Promise<ReadonlyMap<string, string>> {
  if (missing.length === 0) return new Map();
  const rows = await db
    .selectFrom('intake')
    .select(['kiosk_id', 'sequence', 'received_at'])
    .where(eb =>
      eb.or(
        missing.map(({ kioskId, sequence }) =>
          eb.and([eb('kiosk_id', '=', kioskId), eb('sequence', '=', sequence)]),
        ),
      ),
    )
    .execute();
  return new Map(rows.map(row => [numberKey(row.kiosk_id, row.sequence), row.received_at]));
}

/** The newest two hundred of a prison, or of all where `prisonId` is null (headquarters). */
export async function listIrregularities(
  db: Kysely<Schema>,
  prisonId: string | null,
): Promise<Irregularity[]> {
  let query = db
    .selectFrom('irregularity')
    .leftJoin('kiosk', 'kiosk.id', 'irregularity.kiosk_id')
    .select([
      'irregularity.id',
      'irregularity.at',
      'irregularity.kind',
      'irregularity.kiosk_id',
      'kiosk.name as kiosk',
      'irregularity.detail',
    ])
    .orderBy('irregularity.at', 'desc')
    .limit(200);
  if (prisonId !== null) query = query.where('irregularity.prison_id', '=', prisonId);
  const rows = await query.execute();
  const found = rows.map(row => ({
    ...row,
    kind: row.kind as Irregularity['kind'],
    detail: JSON.parse(row.detail) as Irregularity['detail'],
  }));
  const arrivals = await arrivalsOf(
    db,
    found.flatMap(({ kind, kiosk_id: kioskId, detail: { sequence } }) =>
      ofANumber.has(kind) && kioskId !== null && typeof sequence === 'number' ? { kioskId, sequence } : [],
    ),
  );
  return found.map(({ kiosk_id: kioskId, ...row }) => {
    const arrived = ofANumber.has(row.kind) && arrivals.get(numberKey(kioskId, row.detail.sequence));
    return arrived ? { ...row, detail: { ...row.detail, arrived } } : row;
  });
}
