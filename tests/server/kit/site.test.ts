import { describe, expect, it } from 'vitest';
import { appId } from '../../../server/kit/app-id.ts';
import { dottedHostNames } from '../../../server/kit/host-name.ts';
import { readServer } from '../../../server/kit/site.ts';

describe("a server's address", () => {
  it.each([
    ['with the usual port', 'https://kiosk.prison.internal', 'https://kiosk.prison.internal', 443],
    ['with a port', 'https://kiosk.prison.internal:8443/', 'https://kiosk.prison.internal:8443', 8443],
    ['in capitals', 'HTTPS://Kiosk.Prison.Internal', 'https://kiosk.prison.internal', 443],
  ])('%s', (_name, text, origin, port) => {
    expect(readServer(text)).toEqual({ origin, port, host: 'kiosk.prison.internal' });
  });

  it.each([
    ['without encryption', 'http://kiosk.prison.internal', /must begin with https/],
    ['of one word', 'https://kiosk', /must have a dot/],
    ['of this machine', 'https://localhost:8080', /must have a dot/],
    ['in numbers, without saying so', 'https://10.0.5.2', /bare address/],
    ['in long numbers, without saying so', 'https://[fd00::2]', /bare address/],
    ['with a path', 'https://kiosk.prison.internal/kiosk', /must end after its host/],
    ['with a question', 'https://kiosk.prison.internal/?a', /must end after its host/],
    ['with a name and password', 'https://a:b@kiosk.prison.internal', /user name/],
    ['with an underscore', 'https://my_kiosk.prison.internal', /must be a host name/],
    ['that is none', 'kiosk.prison.internal', /must be an address|must begin with https/],
    ['that is empty', '', /must be an address/],
  ])('%s is refused in one sentence', (_name, text, sentence) => {
    expect(() => readServer(text)).toThrow(sentence);
    let said = '';
    try {
      readServer(text);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).not.toContain('\n');
    expect(said).toMatch(/--server/);
  });

  it('in numbers is taken when that is said', () => {
    expect(readServer('https://10.0.5.2:8443', true)).toMatchObject({ host: '10.0.5.2', port: 8443 });
  });
});

describe('host names', () => {
  it('come with commas between, each once, in small letters', () => {
    expect(dottedHostNames('A.b, c.d,a.b.', '--host')).toEqual(['a.b', 'c.d']);
  });
  it.each([
    '',
    ',',
    'kiosk',
    '10.0.0.1',
    'a..b',
    '-a.b',
    'a.b-',
    'a.1',
    `${'a'.repeat(64)}.b`,
    'a b.c',
    '*.a.b',
  ])('"%s" is refused', text => {
    expect(() => dottedHostNames(text, '--host')).toThrow(/--host/);
  });
});

describe("the application's id", () => {
  // Read off a real Chromium's profile; tests/long/lockdown starts one by such an id.
  it('is what Chromium makes of the address', () => {
    expect(appId('https://kiosk.prison.internal:8443/')).toBe('dkfijlgdilhpkikijphjgfbefmfkepfm');
  });
});
