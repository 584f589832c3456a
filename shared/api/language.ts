import Type from 'typebox';
import { LanguageChoiceBody, Languages, LanguageTexts } from '../language/schema.ts';
import { languageRoles } from '../staff/roles.ts';
import { done, operation, staffOf } from './operation.ts';

/** Languages. */
export const languageOperations = {
  'GET /api/languages': operation({
    reach: staffOf(...languageRoles),
    summary: 'Every registered language: how far its texts are, and whether kiosks offer it.',
    reply: Languages,
    problems: [],
  }),
  'GET /api/languages/:code': operation({
    reach: staffOf(...languageRoles),
    summary: 'Every text of a language beside English and Kiswahili, with who vouches for it.',
    params: Type.Object({ code: Type.String({ maxLength: 10 }) }),
    reply: LanguageTexts,
    problems: ['not-found'],
  }),
  'POST /api/languages/choice': operation({
    reach: staffOf('officer-in-charge'),
    summary: 'The languages that the prison’s kiosks offer; English and Kiswahili always stay.',
    body: LanguageChoiceBody,
    reply: done,
    problems: [],
  }),
};
