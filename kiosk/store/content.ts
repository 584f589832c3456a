import type { Law } from '../../shared/law/schema.ts';
import { inPublic } from './databases.ts';
import { readKept } from './public-database.ts';

/** The law's words as last fetched; null while none are here or the database cannot be read. */
export async function law(): Promise<Law | null> {
  try {
    return await inPublic(database => readKept(database, 'law'));
  } catch {
    return null;
  }
}
