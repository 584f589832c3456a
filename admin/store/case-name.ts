import type { ReplyOf } from '../../shared/api.ts';

type CaseRow = ReplyOf<'GET /api/cases'>['cases'][number];

/** Which case: numbers count per prison, so who reads several prisons says of which one. */
export interface CaseName {
  readonly number: number;
  /** Null for everyone who reads one prison only. */
  readonly prison: string | null;
}

export function caseNameOf({ number, prison }: Pick<CaseRow, 'number' | 'prison'>): CaseName {
  return { number, prison: prison?.id ?? null };
}

/** One word for it: in lists, for drafts. */
export function caseKey({ number, prison }: CaseName): string {
  return prison === null ? String(number) : `${number}@${prison}`;
}

/** What an operation on it is given. */
export function askOf({ number, prison }: CaseName) {
  return { params: { number }, query: prison === null ? {} : { prison } } as const;
}
