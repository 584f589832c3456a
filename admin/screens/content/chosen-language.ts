import type { Language } from '../../../shared/language/languages.ts';
import { makeValue } from '../../store/value.ts';

/** The language that somebody works in, kept while he goes from page to page. */
export const chosenLanguage = makeValue<Language>('sw');
