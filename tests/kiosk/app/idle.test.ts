import { describe, expect, it } from 'vitest';
import { extended, extensionsAllowed, idleAt, nextChange, touched } from '../../../kiosk/app/idle.ts';

const start = 1_000;
const touches = touched(start);
const at = (seconds: number) => start + seconds * 1_000;

describe('with something of a person on the machine', () => {
  it.each([
    ['just touched', 0, 'awake'],
    ['a moment before the cover', 19.9, 'awake'],
    ['covered', 20, 'covered'],
    ['still only covered', 34.9, 'covered'],
    ['counted down', 35, 'counting'],
    ['the last moment', 44.9, 'counting'],
    ['over', 45, 'over'],
    ['long over', 4_000, 'over'],
  ] as const)('%s', (_name, seconds, state) => {
    expect(idleAt(at(seconds), touches, 'private').state).toBe(state);
  });

  it('counts ten seconds down to one', () => {
    const left = [35, 36.5, 44.2].map(seconds => idleAt(at(seconds), touches, 'private'));
    expect(left).toMatchObject([{ left: 10 }, { left: 9 }, { left: 1 }]);
  });

  it('gives a minute for one tap, ten times in a row and no more', () => {
    let given = touches;
    let now = at(40);
    for (let tap = 0; tap < extensionsAllowed; tap += 1) {
      expect(idleAt(now, given, 'private')).toMatchObject({ state: 'counting', extendable: true });
      given = extended(now, given);
      expect(idleAt(now + 49_900, given, 'private').state).toBe('covered');
      now += 55_000;
    }
    expect(idleAt(now, given, 'private')).toMatchObject({ state: 'counting', extendable: false });
    expect(extended(now, given)).toBe(given);
    expect(idleAt(now + 5_000, given, 'private').state).toBe('over');
  });

  it('starts afresh at any other touch', () => {
    const fresh = touched(at(44));
    expect(idleAt(at(60), fresh, 'private').state).toBe('awake');
    expect(fresh.extensions).toBe(0);
  });
});

describe('with nobody signed in', () => {
  it.each(['reading', 'first'] as const)('%s: never covered, over after ninety seconds', turn => {
    expect(idleAt(at(89.9), touches, turn).state).toBe('awake');
    expect(idleAt(at(90), touches, turn).state).toBe('over');
  });
});

it('wakes exactly when something changes, and never again once it is over', () => {
  const seen: string[] = [];
  let now = start;
  for (let steps = 0; steps < 50; steps += 1) {
    const idle = idleAt(now, touches, 'private');
    seen.push(idle.state === 'counting' ? String(idle.left) : idle.state);
    const wait = nextChange(now, touches, 'private');
    if (wait === null) break;
    expect(wait).toBeGreaterThan(0);
    now += wait;
  }
  const countdown = Array.from({ length: 10 }, (_, passed) => String(10 - passed));
  expect(seen).toEqual(['awake', 'covered', ...countdown, 'over']);
});
