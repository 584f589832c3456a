import { expect, it } from 'vitest';
import { guardMilliseconds, isGuarded, markChange } from '../../../kiosk/components/guard.ts';

it('lets nothing be pressed for a moment after the screen changed, and everything afterwards', () => {
  expect(isGuarded(0)).toBe(false);
  markChange(5_000);
  expect(isGuarded(5_000)).toBe(true);
  expect(isGuarded(5_000 + guardMilliseconds - 1)).toBe(true);
  expect(isGuarded(5_000 + guardMilliseconds)).toBe(false);
});
