import { usualReadersOf } from '../../../shared/content/audience.ts';
import type { Page } from '../../../shared/content/page.ts';
import { pageCatalogue } from '../../../shared/content/pages.ts';
import { contentWriters, inForceOn } from '../../../shared/content/version.ts';
import { isLanguage } from '../../../shared/language/languages.ts';
import { Problem } from '../../../shared/problems.ts';
import { handle, present } from '../../http/operation.ts';
import { contentRows, entriesIn, wordsBehind } from '../../queries/content.ts';
import { standingsIn } from '../../queries/content-standing.ts';
import { staffByIds } from '../../queries/staff-names.ts';
import { todayOf } from '../today.ts';
import { wirePage } from './text.ts';
import { deliveredVersion, type PlainVersion, peopleIn, writtenVersion } from './version.ts';

export const showContent = handle('GET /api/content/:page/:language', async ({ context, caller, params }) => {
  const { page, language } = params;
  const listed = pageCatalogue.find(({ id }) => id === page);
  if (!listed || !isLanguage(language)) throw new Problem('not-found');
  const staff = present(caller.staff, 'staff');
  const { read } = context.database;
  const rows = await contentRows(read, staff.prisonId, page);
  const { last, standing } = standingsIn(rows);
  // Both languages are whole: every page of the catalogue came with the program.
  const english = present(last(page, 'en'), 'english').text;
  const kiswahili = present(last(page, 'sw'), 'kiswahili').text;
  const mine = rows.filter(row => row.language === language);
  const words = await wordsBehind(read, [english, kiswahili, ...mine.map(({ text }) => text)]);
  const pageOf = (digest: string) => wirePage(JSON.parse(present(words.get(digest) ?? null, digest)) as Page);
  const people = await staffByIds(read, peopleIn(mine));
  const today = await todayOf(context, staff.prisonId);
  const now = inForceOn(entriesIn(rows), today).find(
    entry => entry.page === page && entry.language === language,
  );
  const inForce = ({ version, everywhere, text }: PlainVersion) =>
    version === now?.version && everywhere !== now.own && text === now.text;
  const versions = [
    ...deliveredVersion(page, language),
    ...mine.map(row => writtenVersion(row, pageOf(row.text), people, staff)),
  ];
  return {
    page,
    language,
    readers: [...(now?.readers ?? usualReadersOf(listed))],
    standing: standing(page, language),
    english: pageOf(english),
    englishText: english,
    kiswahili: pageOf(kiswahili),
    versions: versions.map(one => ({ ...one, inForce: inForce(one) })).toReversed(),
    mayWrite: contentWriters.some(role => role === staff.role),
  };
});
