import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { StoreUnusable, troubleOf } from '../../../kiosk/store/store-trouble.ts';

const dom = (name: string, message = '') => new DOMException(message, name);
const wrapped = (inner: unknown) => Object.assign(new Error('abort'), { name: 'AbortError', inner });

describe('full', () => {
  test.each<[string, unknown]>([
    ['the browser’s own word', dom('QuotaExceededError')],
    ['wrapped once', wrapped(dom('QuotaExceededError'))],
    ['wrapped twice', wrapped(wrapped(dom('QuotaExceededError')))],
    ['a large value on a full disk', dom('DataError', 'Failed to write blobs (Error)')],
    ['a small value on a full disk', dom('UnknownError', 'IO error: 000003.log: FILE_ERROR_NO_SPACE (8)')],
    ['as Dexie says it', new Dexie.AbortError('x', new Dexie.QuotaExceededError('full'))],
  ])('%s', (_, error) => expect(troubleOf(error)).toBe('storage-full'));
});

describe('closed', () => {
  test.each<[string, unknown]>([
    ['the connection is closing', dom('InvalidStateError', 'The database connection is closing.')],
    ['the files do not open', dom('UnknownError', 'Internal error opening backing store')],
    ['a newer version lies here', dom('VersionError')],
    ['a table is gone', dom('NotFoundError')],
    ['a transaction was cut off', dom('AbortError')],
    ['Dexie: closed', new Dexie.DatabaseClosedError('closed')],
    ['Dexie: did not open', new Dexie.OpenFailedError('no')],
  ])('%s', (_, error) => expect(troubleOf(error)).toBe('database-closed'));
});

describe('says nothing about the store', () => {
  test.each<[string, unknown]>([
    ['a number that is taken', dom('ConstraintError')],
    ['a bug', new TypeError('x is not a function')],
    ['a word', 'oops'],
    ['nothing', null],
  ])('%s', (_, error) => expect(troubleOf(error)).toBeNull());
});

test('an error that wraps itself does not go on for ever', () => {
  const loop: { name: string; message: string; inner?: unknown } = { name: 'ConstraintError', message: '' };
  loop.inner = loop;
  expect(troubleOf(loop)).toBeNull();
});

test('what is thrown on carries the trouble and the cause', () => {
  const cause = dom('UnknownError');
  expect(new StoreUnusable('storage-full', cause)).toMatchObject({ trouble: 'storage-full', cause });
});
