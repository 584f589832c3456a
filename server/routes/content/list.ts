import { pageCatalogue } from '../../../shared/content/pages.ts';
import { languages } from '../../../shared/language/languages.ts';
import { handle, present } from '../../http/operation.ts';
import { contentRows, wordsBehind } from '../../queries/content.ts';
import { standingsIn } from '../../queries/content-standing.ts';

export const listContent = handle('GET /api/content', async ({ context, caller }) => {
  const { read } = context.database;
  const rows = await contentRows(read, present(caller.staff, 'staff').prisonId);
  const { last, standing, waiting } = standingsIn(rows);
  const english = pageCatalogue.flatMap(({ id }) => last(id, 'en') ?? []);
  const words = await wordsBehind(
    read,
    english.map(({ text }) => text),
  );
  const titleOf = (page: string): string => {
    const text = words.get(last(page, 'en')?.text ?? '');
    return text === undefined ? page : (JSON.parse(text) as { title: string }).title;
  };
  return {
    pages: pageCatalogue.map(({ id: page, group }) => ({
      page,
      group,
      title: titleOf(page),
      languages: languages.map(language => ({
        language,
        standing: standing(page, language),
        waiting: waiting(page, language),
      })),
    })),
  };
});
