import type { Kysely } from 'kysely';
import type { LogStanding } from '../../shared/log/schema.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { recordIrregularities } from './irregularity.ts';
import { type KioskStatus, listKiosks } from './kiosk.ts';
import { listPrisonIds } from './prison.ts';
import { appendRecord } from './record.ts';

type Db = Kysely<Schema>;

interface Code {
  readonly build: string;
  /** SHA-256 over all its files, hex. */
  readonly digest: string;
  readonly at: string;
}

/** A leaf in a prison's log for code that it did not have before; the same name with other code is an irregularity. */
async function noteIn(database: Database, prisonId: string, { build, digest, at }: Code): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const known = await tx
      .selectFrom('kiosk_build_code')
      .select('digest')
      .where('prison_id', '=', prisonId)
      .where('build', '=', build)
      .execute();
    if (known.some(row => row.digest === digest)) return;
    await tx
      .insertInto('kiosk_build_code')
      .values({ prison_id: prisonId, build, digest, noted_at: at })
      .execute();
    const content = { action: 'build-code', build, sha256: digest };
    await appendRecord(tx, { prisonId, kind: 'kiosk', at, actorId: null, content });
    if (known.length === 0) return;
    const once = `code:${prisonId}:${build}:${digest}`;
    await recordIrregularities(tx, prisonId, at, [
      { kind: 'code-changed', kioskId: null, once, detail: { build, digest } },
    ]);
  });
}

/** Writes into every prison's log what code the server gives to kiosks under this name. */
export async function noteCode(database: Database, code: Code): Promise<void> {
  for (const prisonId of await listPrisonIds(database.read)) await noteIn(database, prisonId, code);
}

/** What a page says that does not know its build: it was not built, or has only just begun. */
const unnamed = 'unknown';

/** Notes a kiosk that runs what this server never had. A server that was given no builds at all has none to compare. */
export async function noteForeignCode(
  { read, write }: Database,
  said: { readonly prisonId: string; readonly kioskId: string; readonly build: string; readonly at: string },
): Promise<void> {
  const { prisonId, kioskId, build, at } = said;
  const builds = await read.selectFrom('kiosk_build').select('id').execute();
  if (build === unnamed || builds.length === 0 || builds.some(({ id }) => id === build)) return;
  await recordIrregularities(write, prisonId, at, [
    { kind: 'code-unknown', kioskId, once: `code:${kioskId}:${build}`, detail: { build } },
  ]);
}

/** The code that kiosks were given, newest first, and how many say that they run it. */
export async function codeOf(db: Db, prisonId: string): Promise<LogStanding['code']> {
  const rows = await db
    .selectFrom('kiosk_build_code')
    .innerJoin('kiosk_build', 'kiosk_build.id', 'kiosk_build_code.build')
    .select(['build', 'version', 'digest', 'noted_at'])
    .where('prison_id', '=', prisonId)
    .orderBy('noted_at', 'desc')
    .orderBy('digest')
    .limit(20)
    .execute();
  const kiosks = (await listKiosks(db, prisonId)).filter(kiosk => kiosk.revoked_at === null);
  const runs = kiosks.map(({ status }) =>
    status === null ? null : (JSON.parse(status) as KioskStatus).build,
  );
  return rows.map(({ build, version, digest, noted_at: notedAt }) => ({
    build,
    version,
    digest,
    notedAt,
    kiosks: runs.filter(run => run === build).length,
  }));
}
