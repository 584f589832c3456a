import { cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildList, firstDamaged, readList } from './build-list.ts';

/** A build that lies on this server whole. */
export interface KeptBuild {
  readonly list: BuildList;
  readonly folder: string;
  /** Every file in it by its path, those too that its list leaves out (the worker, licences). */
  readonly paths: ReadonlySet<string>;
}

/**
 * The kiosk's builds on this server. An update of the program replaces `dist/`, but kiosks go on with the build
 * before until somebody releases the new one, so each is kept under `DATA_DIR/builds/<id>`.
 */
export interface Builds {
  /** What this program brought; null in development, and where nothing was built. */
  readonly newest: KeptBuild | null;
  get(id: string): KeptBuild | null;
  readonly all: readonly KeptBuild[];
  /** Removes all but these and the newest. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

async function pathsIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return new Set(files.map(path => path.slice(folder.length).replaceAll('\\', '/')));
}

async function syncAll(folder: string): Promise<void> {
  for (const path of await pathsIn(folder)) {
    const file = await open(join(folder, path), 'r+');
    await file.sync().finally(() => file.close());
  }
}

/** A whole build in a folder, or null; with why it is not whole. */
async function readKept(folder: string): Promise<{ build: KeptBuild | null; damaged: string | null }> {
  const list = await readList(folder);
  if (!list) return { build: null, damaged: 'build.json' };
  const damaged = await firstDamaged(folder, list);
  if (damaged !== null) return { build: null, damaged };
  return { build: { list, folder, paths: await pathsIn(folder) }, damaged: null };
}

/** Everything kept that is whole. What a power cut or a disk has damaged is put away: it comes again, or is gone. */
async function readAll(store: string): Promise<Map<string, KeptBuild>> {
  const kept = new Map<string, KeptBuild>();
  for (const name of await readdir(store)) {
    const { build } = name.startsWith('.') ? { build: null } : await readKept(join(store, name));
    if (build && build.list.id === name) kept.set(name, build);
    else await rm(join(store, name), { recursive: true, force: true });
  }
  return kept;
}

/** Copies a build beside the others; it gets its name only when it is whole and on the disk. */
async function keep(store: string, { list, folder }: KeptBuild): Promise<KeptBuild | null> {
  const half = join(store, `.${list.id}.half`);
  await rm(half, { recursive: true, force: true });
  await cp(folder, half, { recursive: true });
  await syncAll(half);
  await rename(half, join(store, list.id));
  return (await readKept(join(store, list.id))).build;
}

/**
 * Opens the builds and keeps the one in `dist` if it is new. A build in `dist` whose files are not what it lists
 * is told of and left out: kiosks keep what they have.
 */
export async function openBuilds(
  dataDir: string,
  dist: string | null,
  onTrouble: (error: unknown) => void,
): Promise<Builds> {
  const store = join(dataDir, 'builds');
  const kept = new Map<string, KeptBuild>();
  let newest: KeptBuild | null = null;
  if (dist !== null) {
    await mkdir(store, { recursive: true, mode: 0o700 });
    for (const [id, build] of await readAll(store)) kept.set(id, build);
    const source = join(dist, 'kiosk');
    const found = (await readList(source)) ? await readKept(source) : null;
    if (found?.damaged)
      onTrouble(new Error(`the kiosk's build is damaged (${found.damaged}); build it again`));
    if (found?.build) newest = kept.get(found.build.list.id) ?? (await keep(store, found.build));
    if (newest) kept.set(newest.list.id, newest);
  }
  return {
    newest,
    get: id => kept.get(id) ?? null,
    get all() {
      return [...kept.values()];
    },
    async keepOnly(ids) {
      for (const [id, { folder }] of kept) {
        if (ids.has(id) || id === newest?.list.id) continue;
        kept.delete(id);
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
