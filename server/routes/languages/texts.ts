import type { Page } from '../../../shared/content/page.ts';
import type { Coverage } from '../../../shared/language/coverage.ts';
import { isLanguage, nameOf } from '../../../shared/language/languages.ts';
import { Problem } from '../../../shared/problems.ts';
import { handle, present } from '../../http/operation.ts';
import { readTextRows } from '../../language/texts.ts';
import { contentRows, wordsBehind } from '../../queries/content.ts';
import { standingsIn } from '../../queries/content-standing.ts';

const coverages = { missing: 'missing', older: 'draft', unreviewed: 'draft', reviewed: 'reviewed' } as const;

export const showLanguageTexts = handle(
  'GET /api/languages/:code',
  async ({ context, caller, params: { code } }) => {
    // One that waits for translators has no texts to show.
    if (!isLanguage(code)) throw new Problem('not-found');
    const { read } = context.database;
    const { last, standing } = standingsIn(await contentRows(read, present(caller.staff, 'staff').prisonId));
    const rows = readTextRows(code);
    const shown = (id: string) => (id.startsWith('page:') ? last(id.slice('page:'.length), code) : null);
    const words = await wordsBehind(
      read,
      rows.flatMap(({ id }) => shown(id)?.text ?? []),
    );
    const texts = rows.map(row => {
      const page = shown(row.id);
      if (page === null) return row;
      const coverage: Coverage = coverages[standing(page.page, code)];
      return { ...row, coverage, own: (JSON.parse(words.get(page.text) ?? 'null') as Page).title };
    });
    return { code, name: nameOf(code), texts };
  },
);
