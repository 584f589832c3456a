import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { startLog } from './log.ts';
import { defaultPrisonSettings } from './prison.ts';

export interface NewPrison {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly demonstration: boolean;
  readonly wings: readonly { readonly id: string; readonly name: string }[];
  readonly at: string;
}

/** Founds a prison with its wings, the usual settings and an empty log. False if its id is already there. */
export async function foundPrison(tx: Transaction<Schema>, prison: NewPrison): Promise<boolean> {
  const { id, name, zone, demonstration, wings, at } = prison;
  const settings = JSON.stringify(defaultPrisonSettings);
  const made = await tx
    .insertInto('prison')
    .values({ id, name, zone, settings, demonstration: demonstration ? 1 : 0, created_at: at })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  if (made.length === 0) return false;
  await tx
    .insertInto('wing')
    .values(wings.map(wing => ({ id: wing.id, name: wing.name, prison_id: id })))
    .execute();
  await startLog(tx, id);
  return true;
}
