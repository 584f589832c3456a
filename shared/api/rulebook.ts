import Type from 'typebox';
import * as rulebook from '../rulebook/schema.ts';
import { Id } from '../schema.ts';
import type { Role } from '../staff/roles.ts';
import { byId, done, operation, recordRoles, staffOf } from './operation.ts';

const rulebookRoles = [...recordRoles, 'commissioner', 'visiting-justice'] as const satisfies readonly Role[];

/** The rulebook. */
export const rulebookOperations = {
  'GET /api/rulebook': operation({
    reach: staffOf(...rulebookRoles),
    summary: 'Every value as it stood on a day, with its history and what waits for a second person.',
    query: rulebook.RulebookQuery,
    reply: rulebook.Rulebook,
    problems: ['value-wrong'],
  }),
  'POST /api/rulebook/changes': operation({
    reach: staffOf(...recordRoles, 'commissioner'),
    summary: 'Proposes a value; it counts once a second person has decided.',
    body: rulebook.RuleChangeBody,
    reply: Type.Object({ id: Id }),
    problems: ['value-wrong', 'out-of-bounds'],
  }),
  'POST /api/rulebook/changes/:id/decide': operation({
    reach: staffOf('commissioner', 'officer-in-charge', 'deputy'),
    summary: 'The second person, never under the first, accepts or refuses.',
    params: byId,
    body: rulebook.RuleDecisionBody,
    reply: done,
    problems: ['not-found', 'already-decided', 'second-person-needed', 'out-of-bounds'],
  }),
  'POST /api/rulebook/confirmations': operation({
    reach: staffOf('officer-in-charge'),
    summary: 'A value in force was confirmed to him, by which paper.',
    body: rulebook.RuleConfirmationBody,
    reply: done,
    problems: ['nothing-to-confirm'],
  }),
};
