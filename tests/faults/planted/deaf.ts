import { DatabaseSync } from 'node:sqlite';

/** Loaded before the server, in each of its threads: a commit that failed is taken for one that did not. */
const { exec } = DatabaseSync.prototype;

DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
  try {
    exec.call(this, sql);
  } catch (error) {
    if (sql !== 'COMMIT') throw error;
    if (this.isTransaction) exec.call(this, 'ROLLBACK');
  }
};
