import { pageCatalogue } from '../../../shared/content/pages.ts';
import { isLanguage } from '../../../shared/language/languages.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { writeContent } from '../../queries/content.ts';

export const writePage = handle(
  'POST /api/content/:page/:language',
  async ({ context, caller, params, body }) => {
    const listed = pageCatalogue.find(({ id }) => id === params.page);
    if (!listed || !isLanguage(params.language)) throw new Problem('not-found');
    // A drawing belongs to the page in every language.
    if (body.words.picture !== listed.picture)
      throw new Problem('page-wrong', { detail: 'picture:other-picture' });
    const staff = present(caller.staff, 'staff');
    const id = await writeContent(
      context.database,
      staff,
      { ...params, ...body },
      isoOf(context.clock.now()),
    );
    return { id };
  },
);
