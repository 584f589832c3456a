import { expect, test } from 'vitest';
import { phaseOf, type Standing, type StoreTrouble } from '../../../kiosk/store/phase.ts';

test.each<[Standing, StoreTrouble | null, string]>([
  ['unknown', null, 'starting'],
  ['none', null, 'reading-only'],
  ['enrolled', null, 'enrolled'],
  ['revoked', null, 'revoked'],
  ['enrolled', 'storage-full', 'storage-full'],
  ['enrolled', 'database-closed', 'database-closed'],
  ['revoked', 'storage-full', 'storage-full'],
  ['unknown', 'database-closed', 'database-closed'],
])('%s with %s is %s', (standing, trouble, phase) => {
  expect(phaseOf(standing, trouble)).toBe(phase);
});
