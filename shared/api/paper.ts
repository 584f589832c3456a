import Type from 'typebox';
import * as paper from '../paper/schema.ts';
import { placementRoles, roundRoles } from '../staff/roles.ts';
import { operation, staffOf } from './operation.ts';

/** Paper forms. */
export const paperOperations = {
  'GET /api/paper': operation({
    reach: staffOf(...roundRoles, 'first-reader'),
    summary: 'The blocks of paper forms: their numbers, and what came back of them.',
    reply: Type.Object({ blocks: Type.Array(paper.PaperRow) }),
    problems: ['not-found'],
  }),
  'POST /api/paper': operation({
    reach: staffOf(...placementRoles, 'first-reader'),
    summary: 'The next numbers of the paper series, with their codes: given this once.',
    body: paper.PaperBody,
    reply: paper.PaperBlock,
    problems: ['not-found'],
  }),
};
