import { isWhole, languageRegister } from '../../../shared/language/languages.ts';
import { offeredIn } from '../../../shared/language/offer.ts';
import { handle, present } from '../../http/operation.ts';
import { standings } from '../../language/texts.ts';
import { contentRows } from '../../queries/content.ts';
import { standingsIn } from '../../queries/content-standing.ts';
import { languageChoices } from '../../queries/language.ts';
import { getPrison } from '../../queries/prison.ts';
import { staffByIds } from '../../queries/staff-names.ts';

export const showLanguages = handle('GET /api/languages', async ({ context, caller }) => {
  const staff = present(caller.staff, 'staff');
  const { read } = context.database;
  const prison = staff.prisonId === null ? null : await getPrison(read, staff.prisonId);
  const chosen = prison?.settings.languages ?? null;
  const demonstration = prison?.demonstration ?? false;
  const offered = offeredIn(standings(), { demonstration, chosen });
  // Of the pages their versions tell, of the words the files.
  const pages = standingsIn(await contentRows(read, staff.prisonId));
  const choices = prison ? await languageChoices(read, prison.id) : [];
  const people = await staffByIds(
    read,
    choices.flatMap(({ by }) => (by === null ? [] : [by])),
  );
  return {
    languages: languageRegister.map(({ code, name }) => {
      const found = standings().find(standing => standing.code === code);
      const always = isWhole(code);
      return {
        code,
        name,
        standing: found
          ? { words: found.words, pages: pages.count(code), dangerous: found.dangerous, open: found.open }
          : null,
        always,
        chosen: found !== undefined && (always || chosen === null || chosen.includes(code)),
        offered: prison !== null && offered.some(each => each.code === code),
      };
    }),
    demonstration,
    choices: choices.map(({ at, by, chosen: codes }) => ({
      at,
      by: by === null ? '' : (people.get(by)?.name ?? ''),
      chosen: codes,
    })),
    mayChoose: staff.role === 'officer-in-charge' && prison !== null,
  };
});
