import { LanguageChoiceBody, Languages } from '../language/schema.ts';
import { done, operation, staffOf } from './operation.ts';

/** Languages. */
export const languageOperations = {
  'GET /api/languages': operation({
    reach: staffOf(
      'officer-in-charge',
      'deputy',
      'commissioner',
      'visiting-justice',
      'administrator',
      'translator',
      'editor',
    ),
    summary: 'Every registered language: how far its texts are, and whether kiosks offer it.',
    reply: Languages,
    problems: [],
  }),
  'POST /api/languages/choice': operation({
    reach: staffOf('officer-in-charge'),
    summary: 'The languages that the prison’s kiosks offer; English and Kiswahili always stay.',
    body: LanguageChoiceBody,
    reply: done,
    problems: [],
  }),
};
