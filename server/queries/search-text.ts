import type { SubmissionRow } from '../database/schema.ts';

/** The words under which a submission is found: what was said, its code, and the last reply that was sent. */
export function searchTextOf({ text, code }: Pick<SubmissionRow, 'text' | 'code'>, reply?: string): string {
  return [text ?? '', code, ...(reply === undefined ? [] : [reply])].join(' ');
}
