import { ImportBody, ImportReply } from '../import/schema.ts';
import { operation, staffOf } from './operation.ts';

/** CSV imports. */
export const importOperations = {
  'POST /api/imports': operation({
    reach: staffOf('documentation-office'),
    summary: 'A CSV file: what it would change and every error with its line; or all of it, or nothing.',
    body: ImportBody,
    bodyLimit: 8 * 1024 * 1024,
    reply: ImportReply,
    problems: ['import-has-errors', 'import-again'],
  }),
};
