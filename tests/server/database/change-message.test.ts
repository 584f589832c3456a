import { describe, expect, test } from 'vitest';
import { decodeNews, encodeChange, encodeMissed } from '../../../server/database/change-message.ts';

const change = { noun: 'kiosk', prisonId: 'nairobi', ids: ['one'] };
const size = (payload: string) => new TextEncoder().encode(payload).length;

describe('the message of a change', () => {
  test('is read as it was written', () => {
    const [payload = ''] = encodeChange('a', change);
    expect(decodeNews('b', payload)).toEqual({ kind: 'changed', change });
  });

  test('is not news for whoever sent it', () => {
    expect(encodeChange('a', change).map(payload => decodeNews('a', payload))).toEqual([null]);
  });

  test('is cut into messages that PostgreSQL takes, with every id once and in order', () => {
    const ids = Array.from({ length: 3_001 }, (_, index) => `ŋ-${index}`);
    const payloads = encodeChange('a', { ...change, ids });
    expect(Math.max(...payloads.map(size))).toBeLessThan(8_000);
    const heard = payloads.map(payload => decodeNews('b', payload));
    expect(heard.flatMap(news => (news?.kind === 'changed' ? news.change.ids : []))).toEqual(ids);
  });

  test('says that something was missed where an id cannot be sent', () => {
    const payloads = encodeChange('a', { ...change, ids: ['x'.repeat(9_000), 'two'] });
    expect(payloads.map(payload => decodeNews('b', payload))).toEqual([
      { kind: 'missed' },
      { kind: 'changed', change: { ...change, ids: ['two'] } },
    ]);
  });

  test.each([
    ['sent as missed', encodeMissed('a')],
    ['no JSON', '{'],
    ['empty', ''],
    ['a number', '7'],
    ['null', 'null'],
    ['ids that are no texts', JSON.stringify({ from: 'a', change: { ...change, ids: [1] } })],
    ['without ids', JSON.stringify({ from: 'a', change: { noun: 'kiosk', prisonId: 'x' } })],
    ['from a later program', JSON.stringify({ from: 'a', much: 'more' })],
  ])('counts as missed when it is %s', (_name, payload) => {
    expect(decodeNews('b', payload)).toEqual({ kind: 'missed' });
  });
});
