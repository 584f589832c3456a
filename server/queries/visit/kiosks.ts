import type { Kysely } from 'kysely';
import { silentAfterMs } from '../../../shared/kiosk/health.ts';
import type { VisitKiosk } from '../../../shared/visit/schema.ts';
import { type Silence, silentMinutes } from '../../../shared/visit/silence.ts';
import type { Schema } from '../../database/schema.ts';
import { listKiosks } from '../kiosk.ts';
import { listSilences } from '../kiosk-silence.ts';
import type { Span } from './span.ts';

type Db = Kysely<Schema>;
type Kiosk = Awaited<ReturnType<typeof listKiosks>>[number];

const ms = (at: string) => Temporal.Instant.from(at).epochMilliseconds;

/** From its last word until now, if that is long ago; a revoked kiosk has nothing more to say. */
function stillSilent({ last_seen_at, enrolled_at, revoked_at }: Kiosk, now: number): Silence[] {
  const from = ms(last_seen_at ?? enrolled_at);
  return revoked_at === null && now - from > silentAfterMs ? [{ from, until: now }] : [];
}

async function missingNumbers(db: Db, { prison, sinceAt }: Span): Promise<Map<string, number[]>> {
  const rows = await db
    .selectFrom('irregularity')
    .select(['kiosk_id', 'detail'])
    .where('prison_id', '=', prison.id)
    .where('kind', '=', 'sequence-missing')
    .where('at', '>=', sinceAt)
    .execute();
  const numbers = new Map<string, number[]>();
  for (const { kiosk_id, detail } of rows) {
    const { sequence } = JSON.parse(detail) as { sequence: number };
    const kiosk = kiosk_id ?? '';
    numbers.set(
      kiosk,
      [...(numbers.get(kiosk) ?? []), sequence].toSorted((a, b) => a - b),
    );
  }
  return numbers;
}

/** How the kiosks of a prison were since the day. */
export async function kiosksSince(db: Db, span: Span): Promise<VisitKiosk[]> {
  const [kiosks, silences, missing] = await Promise.all([
    listKiosks(db, span.prison.id),
    listSilences(db, span.prison.id, span.sinceAt),
    missingNumbers(db, span),
  ]);
  const [since, now] = [ms(span.sinceAt), span.now.epochMilliseconds];
  const here = kiosks.filter(({ revoked_at }) => revoked_at === null || revoked_at >= span.sinceAt);
  const times = here.map(kiosk => [
    ...silences
      .filter(({ kioskId }) => kioskId === kiosk.id)
      .map(({ from, until }) => ({ from: Math.max(since, ms(from)), until: ms(until) })),
    ...stillSilent(kiosk, now).map(({ from, until }) => ({ from: Math.max(since, from), until })),
  ]);
  const minutes = silentMinutes(times);
  return here.map((kiosk, index) => ({
    kiosk: kiosk.name,
    wing: kiosk.wing,
    revoked: kiosk.revoked_at !== null,
    lastSeenAt: kiosk.last_seen_at,
    silentMinutes: minutes[index]?.silent ?? 0,
    aloneMinutes: minutes[index]?.alone ?? 0,
    missing: missing.get(kiosk.id) ?? [],
  }));
}
