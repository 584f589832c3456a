import { expect, test } from 'vitest';
import { batteryOf } from '../../../kiosk/sync/machine.ts';

const never = Number.POSITIVE_INFINITY;

test('a machine on the mains has no battery, as Chromium tells it', () => {
  expect(batteryOf({ level: 1, charging: true, chargingTime: 0, dischargingTime: never })).toEqual({});
});

test('a battery is told in percent, and whether it is charged', () => {
  expect(batteryOf({ level: 0.634, charging: false, chargingTime: never, dischargingTime: 3600 })).toEqual({
    battery: { level: 63, charging: false },
  });
  expect(batteryOf({ level: 1, charging: false, chargingTime: never, dischargingTime: 9000 })).toEqual({
    battery: { level: 100, charging: false },
  });
});
