import { caseRoles } from '../staff/roles.ts';
import { Digest } from '../submission/digest-schema.ts';
import { done, operation, staffOf } from './operation.ts';

/** What is late and rising, shown at sign-in until it is read; nothing switches it off. */
export const digestOperations = {
  'GET /api/digest': operation({
    reach: staffOf(...caseRoles),
    summary: 'What is overdue among the cases that the reader may open, and how high it rose.',
    reply: Digest,
    problems: [],
  }),
  'POST /api/digest/read': operation({
    reach: staffOf(...caseRoles),
    summary: 'He has read what is overdue today.',
    reply: done,
    problems: [],
  }),
};
