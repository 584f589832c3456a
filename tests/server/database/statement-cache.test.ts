import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { StatementCache } from '../../../server/database/statement-cache.ts';

describe('the cache of statements', () => {
  test('prepares a text once', () => {
    const cache = new StatementCache(new DatabaseSync(':memory:'), 10);
    expect(cache.get('select 1').statement).toBe(cache.get('select 1').statement);
  });

  test('forgets the one that was longest unused', () => {
    const cache = new StatementCache(new DatabaseSync(':memory:'), 2);
    const one = cache.get('select 1').statement;
    const two = cache.get('select 2').statement;
    cache.get('select 1');
    cache.get('select 3');
    expect(cache.size).toBe(2);
    expect(cache.get('select 1').statement).toBe(one);
    expect(cache.get('select 2').statement).not.toBe(two);
  });

  test('knows which statements return rows', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('create table t (a integer)');
    const cache = new StatementCache(database, 10);
    const texts = [
      'select 1',
      'insert into t values (1)',
      'insert into t values (1) returning a',
      'pragma user_version',
    ];
    expect(texts.map(text => cache.get(text).returnsRows)).toEqual([true, false, true, true]);
  });

  test('keeps working after the tables changed', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('create table t (a integer); insert into t values (1)');
    const cache = new StatementCache(database, 10);
    cache.get('select * from t').statement.all();
    database.exec('alter table t add column b integer default 2');
    expect(cache.get('select * from t').statement.all()).toEqual([{ a: 1, b: 2 }]);
  });
});
