import { Law } from '../law/schema.ts';
import { operation } from './operation.ts';

/** The words of the law. */
export const lawOperations = {
  'GET /api/law': operation({
    reach: { who: 'public' },
    summary: 'The Prisons Rules as entered, rule by rule.',
    reply: Law,
    problems: [],
  }),
};
