import type { Kysely } from 'kysely';
import { readCheckpointText, shortForm } from '../../shared/log/checkpoint.ts';
import { formatVerifierKey, parseNote } from '../../shared/log/note.ts';
import type { LogStanding } from '../../shared/log/schema.ts';
import { lastSix } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import { logKeyOf, newestCheckpoint } from './checkpoint.ts';
import { codeOf } from './kiosk-code.ts';
import { selectHead, sha256 } from './log.ts';
import { readLogState } from './log-state.ts';
import { getPrison } from './prison.ts';
import { witnessKeyOf } from './witness.ts';

type Db = Kysely<Schema>;

const shortOf = (note: string) => shortForm(sha256, parseNote(note).text);

async function witnessesOf(db: Db, prisonId: string, epoch: number): Promise<LogStanding['witnesses']> {
  const rows = await db
    .selectFrom('kiosk')
    .innerJoin('wing', 'wing.id', 'kiosk.wing_id')
    .leftJoin('log_cosignature', join =>
      join.onRef('log_cosignature.kiosk_id', '=', 'kiosk.id').on('log_cosignature.epoch', '=', epoch),
    )
    .select(['kiosk.id', 'kiosk.name', 'kiosk.public_key', 'kiosk.revoked_at', 'wing.name as wing'])
    .select(eb => [
      eb.fn.max('log_cosignature.size').as('size'),
      eb.fn.max('log_cosignature.received_at').as('at'),
    ])
    .where('kiosk.prison_id', '=', prisonId)
    .groupBy(['kiosk.id', 'kiosk.name', 'kiosk.public_key', 'kiosk.revoked_at', 'wing.name'])
    .orderBy('wing.name')
    .orderBy('kiosk.name')
    .execute();
  return rows.map(row => ({
    kiosk: row.name,
    wing: row.wing,
    revoked: row.revoked_at !== null,
    key: formatVerifierKey(witnessKeyOf(row)),
    size: row.size === null ? null : Number(row.size),
    at: row.at,
  }));
}

async function evidenceOf(db: Db, prisonId: string): Promise<LogStanding['evidence']> {
  const rows = await db
    .selectFrom('log_evidence')
    .innerJoin('kiosk', 'kiosk.id', 'log_evidence.kiosk_id')
    .select(['kiosk.name', 'log_evidence.fault', 'log_evidence.note', 'log_evidence.found_at'])
    .where('log_evidence.prison_id', '=', prisonId)
    .orderBy('log_evidence.found_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(row => ({
    kiosk: row.name,
    fault: row.fault,
    at: row.found_at,
    size: readCheckpointText(parseNote(row.note).text).size,
    short: shortOf(row.note),
    note: row.note,
  }));
}

/**
 * How a prison's log stands: what is signed, who witnessed it, and what contradicts it. `until`: no head that was signed
 * later, and no entry after it.
 */
export async function standingOfLog(
  db: Db,
  keys: Keys,
  prisonId: string,
  until: string | null = null,
): Promise<LogStanding> {
  const { id, name } = await getPrison(db, prisonId);
  const { epoch, hold, detail, heldAt, checkedAt, checkedSize } = await readLogState(db, prisonId);
  const { size } = await selectHead(db, prisonId).executeTakeFirstOrThrow();
  const newest = await newestCheckpoint(db, prisonId, epoch, until);
  return {
    prison: { id, name },
    epoch,
    size: until === null ? size : (newest?.size ?? 0),
    key: formatVerifierKey(logKeyOf(keys, prisonId, epoch)),
    checkpoint: newest && {
      size: newest.size,
      signedAt: newest.signed_at,
      short: shortOf(newest.note),
      note: newest.note,
    },
    hold,
    heldAt,
    detail,
    checkedAt,
    checkedSize,
    witnesses: await witnessesOf(db, prisonId, epoch),
    evidence: await evidenceOf(db, prisonId),
    code: await codeOf(db, prisonId),
  };
}

/** As the officer in charge sees it: as it was at six, for a head that grows tells that somebody has just written. */
export async function standingForThePrison(
  db: Db,
  keys: Keys,
  prisonId: string,
  now: Temporal.Instant,
): Promise<LogStanding> {
  const { zone } = await getPrison(db, prisonId);
  const six = lastSix(now, zone);
  return forThePrison(await standingOfLog(db, keys, prisonId, six), six);
}

/** What tells of a rewritten log; whoever could have rewritten it is not told what gave it away. */
const notForThePrison: readonly LogStanding['hold'][] = ['behind', 'rewritten'];

/** Neither what kiosks hold against the log, nor how far each has seen it, nor anything of after `six`. */
function forThePrison(log: LogStanding, six: string): LogStanding {
  const told = notForThePrison.includes(log.hold) ? { hold: null, heldAt: null } : {};
  const witnesses = log.witnesses.map(witness => ({
    ...witness,
    size: null,
    at: witness.at !== null && witness.at > six ? six : witness.at,
  }));
  const checked = log.checkedAt !== null && log.checkedAt > six ? { checkedSize: null } : {};
  return { ...log, ...told, ...checked, detail: {}, witnesses, evidence: [] };
}
