import { createHmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { codeFromMac, codeMessage } from '../../shared/submission/code.ts';
import type { Database } from '../database/database.ts';
import type { KioskRow } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import type { KioskStatus } from './kiosk.ts';

type CodeKeys = Pick<Keys, 'codeKeyOf'>;

/** The code that stands for a number of a kiosk, or of whatever else has a code key under this name. */
export function receiptCode({ codeKeyOf }: CodeKeys, name: string, number: number): string {
  return codeFromMac(createHmac('sha256', codeKeyOf(name)).update(codeMessage(number)).digest());
}

/** A number that a kiosk gave out, or may have. */
export interface GivenNumber {
  readonly kiosk: KioskRow;
  readonly sequence: number;
}

const dayMs = 24 * 60 * 60_000;
/** More than a kiosk takes between two heartbeats, and in a day; for one that is gone for good, no more than this. */
const betweenBeats = 50;
const inADay = 300;
const atMost = 3_000;

/** How many numbers a kiosk may have given out since it was last heard of. */
function givenSince({ last_seen_at, enrolled_at }: KioskRow, now: Temporal.Instant): number {
  const seen = Temporal.Instant.from(last_seen_at ?? enrolled_at);
  const days = Math.max(0, now.epochMilliseconds - seen.epochMilliseconds) / dayMs;
  return Math.min(atMost, betweenBeats + Math.ceil(days * inADay));
}

/** So many are tried before others have their turn: about a millisecond. */
const triedAtOnce = 250;

/**
 * The number behind a code, whether anything came under it or not: the codes of all numbers that kiosks gave out, or may
 * have since they were last heard of, are made anew. Those of `prisonId` are tried first. Null for a code that no
 * kiosk of this server gives.
 */
export async function numberBehind(
  { read }: Database,
  keys: CodeKeys,
  sought: { readonly prisonId: string; readonly code: string; readonly now: Temporal.Instant },
): Promise<GivenNumber | null> {
  const kiosks = await read
    .selectFrom('kiosk')
    .selectAll('kiosk')
    .select(eb =>
      eb
        .selectFrom('intake')
        .select(eb => eb.fn.max('sequence').as('highest'))
        .whereRef('intake.kiosk_id', '=', 'kiosk.id')
        .as('highest'),
    )
    .execute();
  const isElsewhere = (kiosk: KioskRow) => Number(kiosk.prison_id !== sought.prisonId);
  for (const kiosk of kiosks.toSorted((a, b) => isElsewhere(a) - isElsewhere(b))) {
    const told = kiosk.status === null ? 0 : (JSON.parse(kiosk.status) as KioskStatus).sequence;
    const last = Math.max(told, Number(kiosk.highest ?? 0)) + givenSince(kiosk, sought.now);
    for (let sequence = 1; sequence <= last; sequence += 1) {
      if (receiptCode(keys, kiosk.id, sequence) === sought.code) return { kiosk, sequence };
      if (sequence % triedAtOnce === 0) await setImmediate();
    }
  }
  return null;
}
