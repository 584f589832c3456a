import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PaperBlock, PaperRow } from '../../shared/paper/schema.ts';
import { missingNumbers, paperKeyName } from '../../shared/paper/series.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import { receiptCode } from './receipt-code.ts';
import { appendRecord } from './record.ts';

type Db = Kysely<Schema>;

/** The code of a number of the prison's paper series: made as a kiosk's is, under a key of its own. */
export function paperCode(keys: Pick<Keys, 'codeKeyOf'>, prisonId: string, number: number): string {
  return receiptCode(keys, paperKeyName(prisonId), number);
}

/** Whether something that a kiosk took stands under this code already. One in 2⁵⁰ does. */
async function isTaken(db: Db, prisonId: string, code: string): Promise<boolean> {
  const found = await db
    .selectFrom('submission')
    .select('id')
    .where('prison_id', '=', prisonId)
    .where('code', '=', code)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Takes the next numbers of the prison's paper series, for ever, and answers their codes. One block at a time: the
 * head of the log is held. A number whose code a kiosk gave out already is spent on nothing.
 */
export async function reserveBlock(
  database: Database,
  keys: Pick<Keys, 'codeKeyOf'>,
  block: { prisonId: string; count: number; by: string; at: string },
): Promise<PaperBlock> {
  const { prisonId, count, by, at } = block;
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const { last } = await tx
      .selectFrom('paper_sheet')
      .select(eb => eb.fn.max('last').as('last'))
      .where('prison_id', '=', prisonId)
      .executeTakeFirstOrThrow();
    const first = Number(last ?? 0) + 1;
    const forms: { number: number; code: string }[] = [];
    for (let number = first; forms.length < count; number += 1) {
      const code = paperCode(keys, prisonId, number);
      if (!(await isTaken(tx, prisonId, code))) forms.push({ number, code });
    }
    const id = randomUUID();
    const end = forms.at(-1)?.number ?? first;
    await tx
      .insertInto('paper_sheet')
      .values({ id, prison_id: prisonId, first, last: end, printed_by: by, printed_at: at })
      .execute();
    await tx
      .insertInto('paper_code')
      .values(forms.map(({ number, code }) => ({ prison_id: prisonId, number, code, sheet_id: id })))
      .execute();
    await appendRecord(tx, {
      prisonId,
      kind: 'paper',
      at,
      actorId: by,
      content: { action: 'printed', id, first, last: end },
    });
    return { id, printedAt: at, forms };
  });
}

/** Whether a code stands on one of the prison's paper forms. */
export async function isPaperCode(db: Db, prisonId: string, code: string): Promise<boolean> {
  const found = await db
    .selectFrom('paper_code')
    .select('number')
    .where('prison_id', '=', prisonId)
    .where('code', '=', code)
    .executeTakeFirst();
  return found !== undefined;
}

/** The blocks of a prison, newest first, with what came back of them. Codes are not among it. */
export async function listBlocks(db: Db, prisonId: string): Promise<PaperRow[]> {
  const blocks = await db
    .selectFrom('paper_sheet')
    .innerJoin('staff', 'staff.id', 'paper_sheet.printed_by')
    .select(['paper_sheet.id', 'first', 'last', 'printed_at', 'staff.name'])
    .where('paper_sheet.prison_id', '=', prisonId)
    .orderBy('first', 'desc')
    .execute();
  const entered = await db
    .selectFrom('paper_code')
    .innerJoin('submission', join =>
      join
        .onRef('submission.prison_id', '=', 'paper_code.prison_id')
        .onRef('submission.code', '=', 'paper_code.code'),
    )
    .select('paper_code.number')
    .where('paper_code.prison_id', '=', prisonId)
    .execute();
  const numbers = entered.map(row => row.number);
  return blocks.map(block => ({
    id: block.id,
    first: block.first,
    last: block.last,
    printedAt: block.printed_at,
    printedBy: block.name,
    entered: numbers.filter(number => number >= block.first && number <= block.last).length,
    missing: missingNumbers(block, numbers).slice(0, 100),
  }));
}
