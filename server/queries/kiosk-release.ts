import type { Kysely, Transaction } from 'kysely';
import { type Release, type ReleaseState, releaseState } from '../../shared/kiosk/release.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { listPrisonIds } from './prison.ts';
import { appendRecord, recordEverywhere } from './record.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

/** A build as the database remembers it. */
export interface KnownBuild {
  readonly id: string;
  readonly version: string;
  readonly arrivedAt: string;
}

export async function listKnownBuilds(db: Db): Promise<KnownBuild[]> {
  const rows = await db.selectFrom('kiosk_build').selectAll().orderBy('arrived_at', 'desc').execute();
  return rows.map(row => ({ id: row.id, version: row.version, arrivedAt: row.arrived_at }));
}

async function listReleases(db: Db, prisonId: string): Promise<Release[]> {
  const rows = await db
    .selectFrom('kiosk_release')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .orderBy('position')
    .execute();
  return rows.map(({ build, step, kiosk_id: kiosk, at }) => ({ build, step, kiosk, at }));
}

/** What a prison's kiosks are to have. */
export async function getReleaseState(db: Db, prisonId: string): Promise<ReleaseState> {
  return releaseState(await listReleases(db, prisonId));
}

/** The build that some prison released to all most recently: what a browser gets that is no kiosk yet. */
export async function newestReleased(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('kiosk_release')
    .select('build')
    .where('step', '=', 'all')
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.build ?? null;
}

export interface NewRelease extends Release {
  readonly prisonId: string;
  /** Null: the server itself. */
  readonly actorId: string | null;
}

const actions = {
  one: 'build-tried',
  all: 'build-released',
  withdrawn: 'build-withdrawn',
} as const;

/** Writes one step and its leaf in the log, whose head the caller holds. */
export async function appendRelease(tx: Tx, release: NewRelease): Promise<void> {
  const { prisonId, build, step, kiosk, at, actorId } = release;
  const last = await tx
    .selectFrom('kiosk_release')
    .select(eb => eb.fn.max('position').as('position'))
    .where('prison_id', '=', prisonId)
    .executeTakeFirst();
  const position = last?.position === null || last?.position === undefined ? 0 : Number(last.position) + 1;
  await tx
    .insertInto('kiosk_release')
    .values({ prison_id: prisonId, position, build, step, kiosk_id: kiosk, at, actor_id: actorId })
    .execute();
  const content = { action: actions[step], build, ...(kiosk === null ? {} : { kiosk }) };
  await appendRecord(tx, { prisonId, kind: 'kiosk', at, actorId, content });
}

/** A build came with the program: remembered once, and in every prison's log. */
async function noteBuild(database: Database, build: { id: string; version: string }, at: string) {
  const known = await database.read
    .selectFrom('kiosk_build')
    .select('id')
    .where('id', '=', build.id)
    .executeTakeFirst();
  if (known) return;
  await recordEverywhere(database, { kind: 'kiosk', at, actorId: null }, async tx => {
    const made = await tx
      .insertInto('kiosk_build')
      .values({ id: build.id, version: build.version, arrived_at: at })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    return made.length > 0 ? { action: 'build-arrived', build: build.id, version: build.version } : null;
  });
}

/**
 * Takes note of the build that the program brought. A prison that has none yet gets what the others have, or this
 * one; a demonstration always gets the newest. For every other prison it waits until somebody releases it.
 */
export async function noteNewestBuild(
  database: Database,
  build: { id: string; version: string },
  at: string,
): Promise<void> {
  await noteBuild(database, build, at);
  const usual = (await newestReleased(database.read)) ?? build.id;
  for (const prisonId of await listPrisonIds(database.read)) {
    const { released } = await getReleaseState(database.read, prisonId);
    const prison = await database.read
      .selectFrom('prison')
      .select('demonstration')
      .where('id', '=', prisonId)
      .executeTakeFirstOrThrow();
    const wanted = prison.demonstration === 1 ? build.id : (released ?? usual);
    if (released === wanted) continue;
    await database.transaction(async tx => {
      await database.lockHead(tx, prisonId);
      if ((await getReleaseState(tx, prisonId)).released === wanted) return;
      await appendRelease(tx, { prisonId, build: wanted, step: 'all', kiosk: null, at, actorId: null });
    });
  }
}

/** Every build that some prison has, tries, or had before and may go back to. */
export async function neededBuilds(db: Db): Promise<ReadonlySet<string>> {
  const needed = new Set<string>();
  for (const prisonId of await listPrisonIds(db)) {
    const { released, trial, former } = await getReleaseState(db, prisonId);
    for (const id of [released, trial?.build, [...former].at(-1)]) if (id) needed.add(id);
  }
  return needed;
}
