import { type Reader, usualReadersOf } from '../../shared/content/audience.ts';
import type { Page } from '../../shared/content/page.ts';
import { type PageEntry, pageCatalogue } from '../../shared/content/pages.ts';
import { type PoMessage, writePo } from '../../shared/content/po.ts';
import { messagesOf, pageOfMessages } from '../../shared/content/translation.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import { wordsOfPage } from '../language/pages.ts';
import { contentRows, wordsBehind, writeContent } from './content.ts';
import { standingsIn } from './content-standing.ts';
import type { StaffSession } from './staff.ts';

/** A page with what a translator needs of it. */
interface Sheet {
  readonly listed: PageEntry;
  readonly english: Page;
  readonly englishText: string;
  readonly kiswahili: Page;
  /** The newest words that nobody refused; null: none. */
  readonly own: Page | null;
  readonly ownText: string | null;
  readonly readers: readonly Reader[];
}

/** Every page in a language beside its sources, in reading order. */
async function sheetsOf(database: Database, prisonId: string | null, language: string): Promise<Sheet[]> {
  const rows = await contentRows(database.read, prisonId);
  const { last } = standingsIn(rows);
  const named = pageCatalogue.flatMap(listed => {
    const [english, kiswahili] = [last(listed.id, 'en'), last(listed.id, 'sw')];
    const newest = rows
      .filter(row => row.page === listed.id && row.language === language && row.state !== 'refused')
      .at(-1);
    const shown = last(listed.id, language);
    const readers = newest ? (JSON.parse(newest.readers) as Reader[]) : shown?.readers;
    if (!english || !kiswahili) return [];
    return {
      listed,
      english: english.text,
      kiswahili: kiswahili.text,
      own: newest?.text ?? shown?.text ?? null,
      readers: readers ?? usualReadersOf(listed),
    };
  });
  const words = await wordsBehind(
    database.read,
    named.flatMap(({ english, kiswahili, own }) => [english, kiswahili, ...(own === null ? [] : [own])]),
  );
  const pageOf = (digest: string) => JSON.parse(words.get(digest) ?? 'null') as Page;
  return named.map(({ listed, english, kiswahili, own, readers }) => ({
    listed,
    english: pageOf(english),
    englishText: english,
    kiswahili: pageOf(kiswahili),
    own: own === null ? null : pageOf(own),
    ownText: own,
    readers,
  }));
}

/** All pages of a language as one PO file. */
export async function exportPo(
  database: Database,
  prisonId: string | null,
  language: string,
): Promise<string> {
  const sheets = await sheetsOf(database, prisonId, language);
  return writePo({ 'Project-Id-Version': 'sauti', Language: language }, sheets.flatMap(messagesOf));
}

/** What became of a file, page by page; a page without a word in it is not named. */
export interface PoImported {
  readonly written: string[];
  readonly unchanged: number;
  /** `why`: `older`, `partly`, or the place of the first fault. */
  readonly left: { readonly page: string; readonly why: string }[];
}

/** Writes each page that a file has whole, and that differs from what stands, as a draft of this person. */
export async function importPo(
  database: Database,
  person: StaffSession,
  { language, messages }: { readonly language: string; readonly messages: readonly PoMessage[] },
  at: string,
): Promise<PoImported> {
  const found: { written: string[]; unchanged: number; left: PoImported['left'] } = {
    written: [],
    unchanged: 0,
    left: [],
  };
  for (const sheet of await sheetsOf(database, person.prisonId, language)) {
    const { id: page } = sheet.listed;
    const words = pageOfMessages(sheet.english, messages);
    if (words === 'untouched') continue;
    if (words === 'partly' || words === 'older') found.left.push({ page, why: words });
    else if (wordsOfPage(words).digest === sheet.ownText) found.unchanged += 1;
    else {
      const body = { page, language, words, readers: sheet.readers, source: sheet.englishText };
      try {
        await writeContent(database, person, body, at);
        found.written.push(page);
      } catch (error) {
        if (!(error instanceof Problem) || error.problem !== 'page-wrong') throw error;
        found.left.push({ page, why: error.detail ?? '' });
      }
    }
  }
  return found;
}
