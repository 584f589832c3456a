import type { Kysely } from 'kysely';
import { openBytes } from '../../shared/crypto/seal.ts';
import { Problem } from '../../shared/problems.ts';
import { partContext, partsDigest } from '../../shared/recording/parts.ts';
import type { Recording } from '../../shared/recording/schema.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import { shownOf } from '../../shared/submission/reach.ts';
import type { Database } from '../database/database.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import type { RecordingPartTable } from '../database/tables/recording.ts';
import type { Keys } from '../keys.ts';
import { type CaseAddress, findCase } from './case.ts';
import { isNameless } from './case-row.ts';
import { appendRecord } from './record.ts';

type Db = Kysely<Schema>;

/** Pieces that came together, each with a signature that was checked. */
export interface CheckedParts {
  readonly item: string;
  readonly recording: string;
  readonly kiosk: string;
  readonly prisonId: string;
  readonly parts: readonly Pick<RecordingPartTable, 'position' | 'digest' | 'sealed' | 'signature'>[];
  /** `partsDigest` of these. */
  readonly hash: string;
  readonly at: string;
}

/**
 * Keeps pieces, with one leaf for those that came together. The same again is left as it is. Answers since when all
 * of them are here. Throws id-conflict if other bytes stand in the place of one; then none of them is kept.
 */
export async function takeParts(database: Database, checked: CheckedParts): Promise<string> {
  const { item, recording, kiosk, prisonId, parts, hash, at } = checked;
  const since = await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const known = await tx
      .selectFrom('recording_part')
      .select(['position', 'digest', 'submission_id', 'kiosk_id', 'received_at'])
      .where('recording_id', '=', recording)
      .where(
        'position',
        'in',
        parts.map(({ position }) => position),
      )
      .execute();
    const digestAt = new Map(parts.map(({ position, digest }) => [position, digest]));
    const isSame = (row: (typeof known)[number]) =>
      row.submission_id === item && row.kiosk_id === kiosk && digestAt.get(row.position) === row.digest;
    if (!known.every(isSame)) throw new Problem('id-conflict');
    const there = new Set(known.map(({ position }) => position));
    const fresh = parts.filter(({ position }) => !there.has(position));
    if (fresh.length === 0) return known.map(row => row.received_at).reduce((a, b) => (a > b ? a : b));
    const belongs = { recording_id: recording, submission_id: item, prison_id: prisonId, kiosk_id: kiosk };
    await tx
      .insertInto('recording_part')
      .values(fresh.map(part => ({ ...belongs, ...part, received_at: at })))
      .execute();
    const content = {
      action: 'parts',
      recording,
      kiosk,
      from: parts[0]?.position ?? 0,
      count: parts.length,
      hash,
    };
    await appendRecord(tx, { prisonId, kind: 'recording', at, actorId: null, content });
    return at;
  });
  database.announce({ noun: 'submission', prisonId, ids: [item] });
  return since;
}

/** What a row says of the words that were spoken with it. */
export function recordingOf(row: Pick<SubmissionRow, 'recording'>): Recording | null {
  return row.recording === null ? null : (JSON.parse(row.recording) as Recording);
}

/** The pieces that are here, in their order. */
function partsOf(db: Db, row: SubmissionRow, recording: Recording) {
  return db
    .selectFrom('recording_part')
    .where('recording_id', '=', recording.id)
    .where('submission_id', '=', row.id)
    .where('position', '<', recording.parts);
}

/** How long it is and how much of it has come; null where nothing was spoken. */
export async function voiceOf(
  db: Db,
  row: SubmissionRow,
): Promise<{ milliseconds: number; parts: number; held: number } | null> {
  const recording = recordingOf(row);
  if (!recording) return null;
  const { held } = await partsOf(db, row, recording)
    .select(eb => eb.fn.countAll().as('held'))
    .executeTakeFirstOrThrow();
  return { milliseconds: recording.milliseconds, parts: recording.parts, held: Number(held) };
}

/** Opens and joins the pieces. Throws recording-not-here while one is missing, or where they are not those of the item. */
async function soundOf(db: Db, keys: Keys, row: SubmissionRow, recording: Recording): Promise<Buffer> {
  const parts = await partsOf(db, row, recording).selectAll().orderBy('position').execute();
  if ((await partsDigest(parts.map(({ digest }) => digest))) !== recording.digest)
    throw new Problem('recording-not-here');
  const opened = await Promise.all(
    parts.map(({ position, kiosk_id: kiosk, sealed }) =>
      openBytes(
        keys.sealing.pairOf,
        'recording',
        partContext({ item: row.id, recording: recording.id, kiosk, position }),
        sealed,
      ),
    ),
  );
  return Buffer.concat(
    opened.map(part => {
      if (!part.ok) throw new Problem('recording-not-here', { detail: part.reason });
      return part.bytes;
    }),
  );
}

interface Hearing {
  readonly keys: Keys;
  readonly reader: Reader;
  readonly address: CaseAddress;
  readonly at: string;
}

/**
 * What was spoken, for somebody who may hear it; that he did stands in the log. Throws not-yours-to-see and
 * recording-not-here.
 */
export async function hear(
  database: Database,
  { keys, reader, address, at }: Hearing,
): Promise<{ type: Recording['type']; sound: string }> {
  const { row } = await findCase(database.read, reader, address);
  const shown = shownOf(reader.role, { nameless: isNameless(row), personNeeded: row.person_needed === 1 });
  if (!shown.voice) throw new Problem('not-yours-to-see');
  const recording = recordingOf(row);
  if (!recording) throw new Problem('recording-not-here');
  const sound = await soundOf(database.read, keys, row, recording);
  await database.transaction(async tx => {
    await database.lockHead(tx, row.prison_id);
    const content = { action: 'heard', submission: row.id };
    await appendRecord(tx, { prisonId: row.prison_id, kind: 'recording', at, actorId: reader.id, content });
  });
  return { type: recording.type, sound: sound.toString('base64') };
}
