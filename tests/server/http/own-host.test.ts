import { expect, it } from 'vitest';
import { isOwnHost } from '../../../server/routes/kiosks/enrol-here.ts';

it.each([
  'localhost',
  'localhost:8080',
  'LOCALHOST:1',
  'kiosk.localhost:8080',
  '127.0.0.1',
  '127.0.0.1:8080',
  '[::1]:80',
])('%s is this machine', host => expect(isOwnHost(host)).toBe(true));

it.each([
  undefined,
  '',
  'elsewhere.example',
  'localhost.elsewhere.example:8080',
  '127.0.0.1.elsewhere.example',
  'notlocalhost',
  '10.0.0.7',
])('%s may lead here, but is another name', host => expect(isOwnHost(host)).toBe(false));
