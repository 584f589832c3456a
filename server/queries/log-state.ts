import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { LogHold } from '../database/tables/log.ts';
import { recordIrregularities } from './irregularity.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

export interface LogState {
  readonly epoch: number;
  readonly hold: LogHold | null;
  readonly detail: Readonly<Record<string, string | number | null>>;
  readonly heldAt: string | null;
  readonly checkedAt: string | null;
  readonly checkedSize: number | null;
}

const usual: LogState = {
  epoch: 1,
  hold: null,
  detail: {},
  heldAt: null,
  checkedAt: null,
  checkedSize: null,
};

export async function readLogState(db: Db, prisonId: string): Promise<LogState> {
  const row = await db
    .selectFrom('log_state')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .executeTakeFirst();
  if (!row) return usual;
  return {
    epoch: row.epoch,
    hold: row.hold,
    detail: JSON.parse(row.detail) as LogState['detail'],
    heldAt: row.held_at,
    checkedAt: row.checked_at,
    checkedSize: row.checked_size,
  };
}

async function saveLogState(tx: Tx, prisonId: string, state: LogState): Promise<void> {
  const values = {
    epoch: state.epoch,
    hold: state.hold,
    detail: JSON.stringify(state.detail),
    held_at: state.heldAt,
    checked_at: state.checkedAt,
    checked_size: state.checkedSize,
  };
  await tx
    .insertInto('log_state')
    .values({ prison_id: prisonId, ...values })
    .onConflict(conflict => conflict.column('prison_id').doUpdateSet(values))
    .execute();
}

/** Worse things take the place of lesser ones, and are not taken back by them. */
const gravity: readonly LogHold[] = ['restored', 'behind', 'rewritten', 'damaged'];

/** Whether a new finding takes the place of what a log is held for: a graver one, or the same with more missing. */
function outweighs(found: Pick<LogState, 'hold' | 'detail'>, state: LogState): boolean {
  const graveness = ({ hold }: Pick<LogState, 'hold'>) => (hold === null ? -1 : gravity.indexOf(hold));
  const more = Number(found.detail.missing ?? 0) > Number(state.detail.missing ?? 0);
  return graveness(found) > graveness(state) || (found.hold === state.hold && more);
}

/**
 * Stops signing a log, and says so once among the irregularities, for headquarters and the justices. The caller
 * holds the head.
 */
export async function holdLog(
  tx: Tx,
  prisonId: string,
  held: { readonly hold: LogHold; readonly detail: LogState['detail']; readonly at: string },
): Promise<void> {
  const { hold, detail, at } = held;
  const state = await readLogState(tx, prisonId);
  if (outweighs(held, state)) await saveLogState(tx, prisonId, { ...state, hold, detail, heldAt: at });
  if (hold === 'restored') return;
  const once = `log:${prisonId}:${state.epoch}:${hold}:${JSON.stringify(detail)}`;
  await recordIrregularities(tx, prisonId, at, [{ kind: `log-${hold}`, kioskId: null, once, detail }]);
}

/** Signs again. The caller holds the head. */
export async function releaseLog(tx: Tx, prisonId: string, epoch: number): Promise<void> {
  const state = await readLogState(tx, prisonId);
  await saveLogState(tx, prisonId, { ...state, epoch, hold: null, detail: {}, heldAt: null });
}

/** The whole tree was worked out anew and is sound. The caller holds the head. */
export async function noteWholeCheck(tx: Tx, prisonId: string, at: string, size: number): Promise<void> {
  const state = await readLogState(tx, prisonId);
  await saveLogState(tx, prisonId, { ...state, checkedAt: at, checkedSize: size });
}
