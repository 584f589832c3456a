import type { ContentVersion } from '../../../shared/content/schema.ts';
import { type ContentAction, contentActions, contentStep } from '../../../shared/content/version.ts';
import { deliveredPages } from '../../language/pages.ts';
import type { ContentRow } from '../../queries/content.ts';
import type { StaffSession } from '../../queries/staff.ts';
import type { staffByIds } from '../../queries/staff-names.ts';
import { wirePage } from './text.ts';

/** A version without whether it counts today. */
export type PlainVersion = Omit<ContentVersion, 'inForce'>;

function actionsFor(row: ContentRow, staff: StaffSession): ContentAction[] {
  if (row.prison_id !== staff.prisonId) return [];
  return contentActions.filter(action => 'to' in contentStep(action, row.state, staff, row.written_by));
}

/** Everyone who had a hand in versions. */
export const peopleIn = (rows: readonly ContentRow[]): string[] =>
  rows.flatMap(row => [row.written_by, row.reviewed_by, row.decided_by].filter(id => id !== null));

/** A version that was written here, with what this person may do with it. */
export function writtenVersion(
  row: ContentRow,
  words: ContentVersion['words'],
  people: Awaited<ReturnType<typeof staffByIds>>,
  staff: StaffSession,
): PlainVersion {
  const who = (id: string | null, at: string | null) =>
    id === null || at === null ? null : { by: people.get(id)?.name ?? '', at };
  return {
    id: row.id,
    version: row.version,
    everywhere: row.prison_id === null,
    state: row.state,
    readers: JSON.parse(row.readers),
    validFrom: row.valid_from,
    words,
    text: row.text,
    source: row.source,
    written: who(row.written_by, row.written_at),
    reviewed: who(row.reviewed_by, row.reviewed_at),
    decided: who(row.decided_by, row.decided_at),
    reason: row.reason,
    mayDo: actionsFor(row, staff),
  };
}

/** Version 0, which came with the program, if this language has one. */
export function deliveredVersion(page: string, language: string): PlainVersion[] {
  const find = (code: string) =>
    deliveredPages().filter(({ entry }) => entry.page === page && entry.language === code);
  const [english] = find('en');
  return find(language).map(({ entry, page: words }) => ({
    id: null,
    version: 0,
    everywhere: true,
    state: 'published',
    readers: [...entry.readers],
    validFrom: null,
    words: wirePage(words),
    text: entry.text,
    source: language === 'en' ? null : (english?.entry.text ?? null),
    written: null,
    reviewed: null,
    decided: null,
    reason: null,
    mayDo: [],
  }));
}
