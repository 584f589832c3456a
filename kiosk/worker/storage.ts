import { type Build, type BuildFile, pagePath } from './build.ts';
import { downloaded, noPointer, type Pointer } from './pointer.ts';

/** One cache per build, all or nothing; and a tiny one for the pointer. */
const prefix = 'sauti-build-';
const pointerCache = 'sauti-pointer';
const pointerKey = '/pointer';
/** Written last into a build's cache: a download that was cut off by a power failure has none. */
const wholeKey = '/whole';
const atOnce = 6;

function cacheName(id: string): string {
  return prefix + id;
}

/** One question to the browser, where opening a cache first makes it two: a page waits for each. Makes no cache. */
function lookUp(name: string, path: string): Promise<Response | undefined> {
  return caches.match(path, { cacheName: name });
}

async function isWhole(id: string): Promise<boolean> {
  return (await lookUp(cacheName(id), wholeKey)) !== undefined;
}

/** A whole build that lies here although no pointer names it: the pointer's last write was lost with the power. */
async function strayBuild(): Promise<string | null> {
  for (const name of await caches.keys()) {
    const id = name.startsWith(prefix) ? name.slice(prefix.length) : null;
    if (id !== null && (await isWhole(id))) return id;
  }
  return null;
}

export async function readPointer(): Promise<Pointer> {
  const response = await lookUp(pointerCache, pointerKey);
  const pointer: Pointer = response ? { ...noPointer, ...(await response.json()) } : noPointer;
  if (pointer.active !== null && (await isWhole(pointer.active))) return pointer;
  const stray = await strayBuild();
  return stray === null ? noPointer : downloaded({ ...noPointer, rejected: pointer.rejected }, stray);
}

export async function writePointer(pointer: Pointer): Promise<void> {
  await (await caches.open(pointerCache)).put(pointerKey, Response.json(pointer));
}

/** Its own few lines, because code shared with the page would tie the worker to one build's chunks. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return hash.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** The bytes of a file if they are exactly those that the build lists; throws otherwise. */
async function checked(response: Response, { url, hash, bytes }: BuildFile): Promise<Response> {
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.length !== bytes || (await digest(body)) !== hash)
    throw new Error(`${url} is not what the build lists`);
  const headers = new Headers(response.headers);
  // The body stands here as it was before any compression on the way.
  headers.delete('content-encoding');
  headers.set('content-length', String(bytes));
  return new Response(body, { headers });
}

/** Files whose names hold their hash never change; a copy that lies here already is as good as a new one. */
async function fromOlderBuild(file: BuildFile): Promise<Response | null> {
  if (!file.url.startsWith('/assets/')) return null;
  const copy = await caches.match(file.url);
  return copy ? checked(copy, file).catch(() => null) : null;
}

/** Each build has an address of its own on the server, since another one may be the one that is shown at `/`. */
async function store(cache: Cache, build: string, file: BuildFile): Promise<void> {
  const fetched = async () =>
    checked(await fetch(`/builds/${build}${file.url}`, { cache: 'no-store', redirect: 'error' }), file);
  await cache.put(file.url, (await fromOlderBuild(file)) ?? (await fetched()));
}

/** Downloads a whole build, or nothing: on any failure what came is deleted again and the error is thrown. */
export async function download(build: Build): Promise<void> {
  if (await isWhole(build.id)) return;
  await caches.delete(cacheName(build.id));
  const cache = await caches.open(cacheName(build.id));
  try {
    for (let start = 0; start < build.files.length; start += atOnce)
      await Promise.all(build.files.slice(start, start + atOnce).map(file => store(cache, build.id, file)));
    await cache.put(wholeKey, Response.json({ id: build.id }));
  } catch (error) {
    await caches.delete(cacheName(build.id));
    throw error;
  }
}

/** Deletes the files of every build but these. */
export async function forgetOthers(kept: ReadonlySet<string>): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && !kept.has(name.slice(prefix.length))) await caches.delete(name);
  }
}

/** The page of a build, whichever of its two names it was listed under. */
export async function pageOf(id: string): Promise<Response | undefined> {
  return (await lookUp(cacheName(id), pagePath)) ?? lookUp(cacheName(id), '/');
}

/** A file by its path: from the build that is shown, else from any other that lies here (an older page asks late). */
export async function fileOf(id: string, path: string): Promise<Response | undefined> {
  return (await lookUp(cacheName(id), path)) ?? caches.match(path);
}
