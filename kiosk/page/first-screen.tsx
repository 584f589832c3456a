import { App } from '../app/app.tsx';
import { startWords } from '../i18n/words.ts';
import { markupOf } from './markup.ts';

/**
 * The first screen of a kiosk that has just been switched on, as the text of its page. Asked for when the kiosk is
 * built, with `still-hooks.ts` in place of Preact's own hooks.
 */
export function firstScreen(): string {
  startWords();
  return markupOf(<App />);
}
