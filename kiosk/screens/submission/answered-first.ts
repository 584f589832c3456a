import type { OwnSubmission } from '../../../shared/submission/schema.ts';

/** An answer waits for his word, and must not wait on the third page. Otherwise as they came, newest first. */
export const answeredFirst = (submissions: readonly OwnSubmission[]): readonly OwnSubmission[] => [
  ...submissions.filter(({ state }) => state === 'answered'),
  ...submissions.filter(({ state }) => state !== 'answered'),
];
