import type { Reader } from '../../shared/content/audience.ts';
import type { Bundle } from '../../shared/content/bundle.ts';
import type { Page } from '../../shared/content/page.ts';
import { inForceOn } from '../../shared/content/version.ts';
import type { Law } from '../../shared/law/schema.ts';
import { inPublic } from './databases.ts';
import { readKept, writeKept } from './public-database.ts';

/** The law's words as last fetched; null while none are here or the database cannot be read. */
export async function law(): Promise<Law | null> {
  try {
    return await inPublic(database => readKept(database, 'law'));
  } catch {
    return null;
  }
}

/** A page, and whom it is for; empty: everybody. */
export interface PublishedPage {
  readonly page: Page;
  readonly readers: readonly Reader[];
}

/** By language, then by page. */
export type ContentPages = ReadonlyMap<string, Readonly<Record<string, PublishedPage>>>;

/** Keeps a bundle beside the one that is shown, in place of one that waited. */
export async function keepWaiting(bundle: Bundle): Promise<void> {
  await inPublic(database =>
    database.transaction('rw', database.kept, async () => {
      const shown = (await readKept(database, 'content'))?.shown ?? null;
      // What was taken back before anybody saw it is no news.
      const waiting = bundle.digest === shown ? null : bundle.digest;
      await writeKept(database, 'contentWaiting', bundle);
      await writeKept(database, 'content', { shown, waiting });
    }),
  );
}

/** Puts the bundle that waits in the place of the one that is shown: all of it or nothing. */
export async function takeContent(): Promise<void> {
  await inPublic(database =>
    database.transaction('rw', database.kept, async () => {
      const waiting = await readKept(database, 'contentWaiting');
      const here = await readKept(database, 'content');
      if (!waiting || here?.waiting !== waiting.digest) return;
      await writeKept(database, 'contentShown', waiting);
      await writeKept(database, 'content', { shown: waiting.digest, waiting: null });
      await database.kept.delete('contentWaiting');
    }),
  );
}

/** The pages of the bundle that is shown, as they count on a day. Throws StoreUnusable. */
export async function contentPages(today: string): Promise<ContentPages> {
  const bundle = await inPublic(database => readKept(database, 'contentShown'));
  const words = new Map(bundle?.texts.map(text => [text.digest, text.words]));
  const found = new Map<string, Record<string, PublishedPage>>();
  for (const { page, language, readers, text } of inForceOn(bundle?.entries ?? [], today)) {
    const pages = found.get(language) ?? {};
    pages[page] = { page: JSON.parse(words.get(text) ?? 'null') as Page, readers };
    found.set(language, pages);
  }
  return found;
}
