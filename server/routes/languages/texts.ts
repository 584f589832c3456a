import { isLanguage, nameOf } from '../../../shared/language/languages.ts';
import { Problem } from '../../../shared/problems.ts';
import { handle } from '../../http/operation.ts';
import { readTextRows } from '../../language/texts.ts';

export const showLanguageTexts = handle('GET /api/languages/:code', async ({ params: { code } }) => {
  // One that waits for translators has no texts to show.
  if (!isLanguage(code)) throw new Problem('not-found');
  return { code, name: nameOf(code), texts: [...readTextRows(code)] };
});
