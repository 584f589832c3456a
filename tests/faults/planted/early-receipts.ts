import type { BoundStatement } from '../../../server/database/sqlite-protocol.ts';
import { SqliteSession } from '../../../server/database/sqlite-session.ts';

/**
 * Loaded before the server, in each of its threads: a commit says that it is done and is done only some hundred
 * milliseconds later, together with others, so that receipts leave before what they promise is kept.
 */
const lateMs = 300;
const { begin, commit, rollback, run, close } = SqliteSession.prototype;

/** Of the session that writes, since when its commits are held back. */
const heldSince = new WeakMap<SqliteSession, number>();
const inTransaction = new WeakSet<SqliteSession>();
const hasWritten = new WeakSet<SqliteSession>();

function commitNow(session: SqliteSession): void {
  heldSince.delete(session);
  commit.call(session);
}

SqliteSession.prototype.begin = function () {
  if (!heldSince.has(this)) begin.call(this);
  inTransaction.add(this);
};

SqliteSession.prototype.commit = function () {
  inTransaction.delete(this);
  const since = heldSince.get(this);
  if (!hasWritten.has(this) || (since !== undefined && performance.now() - since >= lateMs))
    return commitNow(this);
  if (since !== undefined) return;
  heldSince.set(this, performance.now());
  setTimeout(() => {
    if (heldSince.has(this) && !inTransaction.has(this)) commitNow(this);
  }, lateMs);
};

SqliteSession.prototype.rollback = function () {
  heldSince.delete(this);
  inTransaction.delete(this);
  rollback.call(this);
};

SqliteSession.prototype.run = function (statements: readonly BoundStatement[], within: boolean) {
  if (statements.some(({ sql }) => /^\s*insert into "?intake/i.test(sql))) hasWritten.add(this);
  return run.call(this, statements, within || heldSince.has(this));
};

SqliteSession.prototype.close = function () {
  if (heldSince.has(this)) commitNow(this);
  close.call(this);
};
