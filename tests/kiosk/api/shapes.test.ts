import { describe, expect, test } from 'vitest';
import { isEnrolment, isHeartbeat, isLaw, isSettings } from '../../../kiosk/api/shapes.ts';

const key = { id: 'k', publicKey: 'x' };
const samples: Record<string, { check: (value: unknown) => boolean; whole: Record<string, unknown> }> = {
  enrolment: {
    check: isEnrolment,
    whole: { kiosk: 'k', name: 'n', prison: 'p', codeKey: 'c', sealing: key, receipts: key },
  },
  settings: {
    check: isSettings,
    whole: {
      prison: { id: 'p', name: 'n', zone: 'Africa/Nairobi' },
      wing: { id: 'w', name: 'A' },
      wings: [],
      mode: 'handset',
      number: { pattern: '.', keys: [], example: '' },
      answerDays: { days: 7, confirmed: false },
      holidays: [],
      time: '2026-03-02T07:00:00Z',
    },
  },
  law: { check: isLaw, whole: { version: 'v', rules: [] } },
  heartbeat: { check: isHeartbeat, whole: { time: 't', received: 3, missing: [1, 2] } },
};

describe.each(Object.entries(samples))('%s', (_, { check, whole }) => {
  test('whole', () => expect(check(whole)).toBe(true));

  test.each(Object.keys(whole))('refused without %s', name => {
    const { [name]: _left, ...rest } = whole;
    expect(check(rest)).toBe(false);
  });

  test.each(Object.keys(whole))('refused with %s of another kind', name => {
    expect(check({ ...whole, [name]: Symbol('other') })).toBe(false);
  });

  test.each([null, undefined, 'text', 7, []])('refused: %j', value => expect(check(value)).toBe(false));
});

test('a heartbeat with a missing number that is none is refused', () => {
  expect(isHeartbeat({ time: 't', received: 3, missing: ['1'] })).toBe(false);
});
