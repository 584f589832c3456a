import Type from 'typebox';
import * as content from '../content/schema.ts';
import { contentWriters } from '../content/version.ts';
import { Id } from '../schema.ts';
import { languageRoles } from '../staff/roles.ts';
import { byId, done, operation, staffOf } from './operation.ts';

/** The reading pages and their versions. */
export const contentOperations = {
  'GET /api/kiosks/content': operation({
    reach: { who: 'kiosk' },
    summary: 'Every page that counts now or later, all of it; what is given out is kept.',
    reply: content.ContentBundle,
    problems: [],
  }),
  'GET /api/content': operation({
    reach: staffOf(...languageRoles),
    summary: 'Every page with how it stands in each language.',
    reply: content.ContentList,
    problems: [],
  }),
  'GET /api/content/shown': operation({
    reach: staffOf(...languageRoles),
    summary: 'What the prison’s kiosks showed on a day.',
    query: content.ContentShownQuery,
    reply: content.ContentShown,
    problems: [],
  }),
  'GET /api/content/texts/:digest': operation({
    reach: staffOf(...languageRoles),
    summary: 'The words behind a digest, as they were shown.',
    params: Type.Object({ digest: content.TextDigest }),
    reply: content.ContentPage,
    problems: ['not-found'],
  }),
  'GET /api/content/po/:language': operation({
    reach: staffOf(...languageRoles),
    summary: 'Every page of a language as one gettext PO file, beside its English.',
    params: content.PoParams,
    reply: content.PoFile,
    problems: ['not-found'],
  }),
  'POST /api/content/po/:language': operation({
    reach: staffOf(...contentWriters),
    summary: 'Drafts from a PO file: of every page that is whole, right and another than what stands.',
    params: content.PoParams,
    body: content.PoFile,
    bodyLimit: 8 * 1024 * 1024,
    reply: content.PoImported,
    problems: ['not-found', 'po-wrong'],
  }),
  'GET /api/content/:page/:language': operation({
    reach: staffOf(...languageRoles),
    summary: 'One page in one language beside English and Kiswahili, with all its versions.',
    params: content.ContentParams,
    reply: content.ContentText,
    problems: ['not-found'],
  }),
  'POST /api/content/:page/:language': operation({
    reach: staffOf(...contentWriters),
    summary: 'Writes the next version: a draft.',
    params: content.ContentParams,
    body: content.ContentBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'page-wrong'],
  }),
  'POST /api/content/versions/:id/step': operation({
    reach: staffOf(...contentWriters, 'officer-in-charge', 'commissioner'),
    summary: 'Reviews, publishes or refuses a version; the first two as a second person.',
    params: byId,
    body: content.ContentStepBody,
    reply: done,
    problems: [
      'not-found',
      'already-decided',
      'not-in-this-state',
      'second-person-needed',
      'value-wrong',
      'page-wrong',
    ],
  }),
};
