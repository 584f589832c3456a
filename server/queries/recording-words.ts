import { hash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonicalBytes } from '../../shared/canonical.ts';
import { Problem } from '../../shared/problems.ts';
import type { SpokenWords, WordsBody } from '../../shared/recording/schema.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { recordEvent } from './act.ts';
import { type CaseAddress, findCase } from './case.ts';

type Db = Kysely<Schema>;

interface Writing {
  readonly reader: Reader;
  readonly address: CaseAddress;
  readonly at: string;
}

/**
 * Keeps what was typed beside a recording, with its line of history and its leaf. Nothing that stands there is
 * replaced. Throws not-yours-to-see, and recording-not-here where nothing was spoken.
 */
export async function writeWords(
  database: Database,
  { reader, address, at }: Writing,
  { kind, language, text }: WordsBody,
): Promise<void> {
  const { row } = await findCase(database.read, reader, address);
  if (row.recording === null) throw new Problem('recording-not-here');
  const id = randomUUID();
  await database.transaction(async tx => {
    await database.lockHead(tx, row.prison_id);
    // The reader may have been named meanwhile, or the case passed on.
    const { row: now } = await findCase(tx, reader, address);
    const { count } = await tx
      .selectFrom('recording_words')
      .select(eb => eb.fn.countAll().as('count'))
      .where('submission_id', '=', row.id)
      .executeTakeFirstOrThrow();
    const line = { id, submission_id: row.id, position: Number(count), kind, language, text };
    await tx
      .insertInto('recording_words')
      .values({ ...line, written_by: reader.id, written_at: at })
      .execute();
    // The random id keeps the digest from telling the words to whoever guesses them.
    const digest = hash('sha256', canonicalBytes({ id, kind, language, text }), 'base64url');
    const person = { actor: 'staff', id: reader.id, role: reader.role } as const;
    const detail = { kind, language, words: id, digest };
    await recordEvent(tx, now, { action: 'words', person, at, from: now.state, to: now.state, detail });
  });
  database.announce({ noun: 'submission', prisonId: row.prison_id, ids: [row.id] });
}

/** What was typed beside the recording of a case, oldest first; writers by name only where names are shown. */
export async function wordsOfRecording(db: Db, submissionId: string, names: boolean): Promise<SpokenWords[]> {
  const rows = await db
    .selectFrom('recording_words')
    .innerJoin('staff', 'staff.id', 'recording_words.written_by')
    .select(['kind', 'language', 'text', 'staff.name', 'staff.role', 'written_at'])
    .where('submission_id', '=', submissionId)
    .orderBy('position')
    .execute();
  return rows.map(({ name, role, written_at: at, ...words }) => ({ ...words, by: names ? name : role, at }));
}
