import { expect, test } from 'vitest';
import { isRestartDue } from '../../../kiosk/worker/nightly.ts';

const hour = 3_600_000;

test.each([
  ['in the night, after a day', 3, 24, true],
  ['at the end of the quiet hours', 4, 24, true],
  ['after them', 5, 24, false],
  ['by day', 14, 24, false],
  ['in the night, once it was restarted in it', 4, 1, false],
  ['by day, when no night has come for two days', 14, 48, true],
])('%s', (_, now, up, due) => {
  expect(isRestartDue(now, up * hour)).toBe(due);
});
