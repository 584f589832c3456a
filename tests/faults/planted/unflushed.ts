import { DatabaseSync } from 'node:sqlite';

/**
 * Loaded before the server, in each of its threads: SQLite flushes nothing, and says that it does when the
 * server asks. A killed process loses nothing by it; a machine without power loses what was receipted.
 */
const { exec, prepare } = DatabaseSync.prototype;

DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
  exec.call(this, sql.replace(/PRAGMA synchronous = FULL/, 'PRAGMA synchronous = OFF'));
};

DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
  return prepare.call(this, sql === 'PRAGMA synchronous' ? 'SELECT 2 AS synchronous' : sql);
};
