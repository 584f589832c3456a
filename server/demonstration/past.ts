import type { Transaction } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import { makeClock } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { makeIntakeQueue } from '../intake/queue.ts';

/**
 * The store seen from inside one transaction: what the queries take for a transaction of their own is a part of
 * the one that is under way. So the whole past is written by the same queries as the present, and is there
 * altogether or not at all; a server that dies half way finds an empty database and begins again.
 */
function insideOf(database: Database, tx: Transaction<Schema>): Database {
  return {
    engine: database.engine,
    write: tx,
    read: tx,
    transaction: work => work(tx),
    batch: (transaction, statements) => database.batch(transaction, statements),
    // Held from the beginning to the end.
    lockHead: async () => undefined,
    batchAtHead: (transaction, _prisonId, statements) => database.batch(transaction, statements),
    // Nobody can be looking at a prison that is not there yet.
    announce: () => undefined,
    listen: () => () => undefined,
    onFatal: hear => database.onFatal(hear),
    close: async () => undefined,
  };
}

/** The server as it was at another time: everything goes by a clock that is set by hand. */
export interface Past {
  readonly context: Context;
  setTime(at: Temporal.Instant): void;
}

export function makePast(context: Context, tx: Transaction<Schema>, begin: Temporal.Instant): Past {
  let time = begin;
  const database = insideOf(context.database, tx);
  const clock = makeClock(
    () => time,
    () => 0,
  );
  const intake = makeIntakeQueue(
    database,
    () => undefined,
    () => new Problem('too-busy'),
  );
  return {
    context: { ...context, database, clock, intake, wake: () => undefined },
    setTime: at => {
      time = at;
    },
  };
}
