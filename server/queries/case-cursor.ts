import { Problem } from '../../shared/problems.ts';

/** The last row of a page: where the next one goes on. */
export interface Place {
  /** Empty where a list is not ordered by it. */
  readonly dueOn: string;
  readonly number: number;
  readonly prisonId: string;
}

/** Opaque to the panel, so that what a list is ordered by can change. */
export function writeCursor({ dueOn, number, prisonId }: Place): string {
  return Buffer.from(`${dueOn}~${number}~${prisonId}`).toString('base64url');
}

/** Throws `malformed`. */
export function readCursor(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, dueOn = '', number = '', prisonId = ''] =
    /^(|\d{4}-\d{2}-\d{2})~(\d{1,15})~([0-9a-f-]{36})$/.exec(text) ?? [];
  if (prisonId === '') throw new Problem('malformed', { detail: '/after' });
  return { dueOn, number: Number(number), prisonId };
}
