import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../../../shared/staff/roles.ts';
import { offices, states } from '../../../shared/submission/life.ts';
import {
  isAtHeadquarters,
  isShutOut,
  mayOpen,
  type ReachCase,
  type Reader,
  shownOf,
} from '../../../shared/submission/reach.ts';

const prison = 'prison-1';
const reader = (role: Role, more: Partial<Reader> = {}): Reader => ({
  id: 'reader',
  role,
  prisonId: role === 'commissioner' ? null : prison,
  wingId: null,
  unit: role === 'unit-officer' ? 'kitchen' : null,
  superiors: ['deputy', 'officer-in-charge'],
  ...more,
});
const aCase = (more: Partial<ReachCase> = {}): ReachCase => ({
  prisonId: prison,
  wingId: 'wing-a',
  nearWings: ['wing-a'],
  state: 'triage',
  owner: 'officer-in-charge',
  unit: null,
  named: [],
  risen: 0,
  listed: true,
  ...more,
});
const anyReader = fc.record({
  id: fc.constantFrom('reader', 'other'),
  role: fc.constantFrom(...roles),
  prisonId: fc.constantFrom(prison, 'prison-2', null),
  wingId: fc.constantFrom(null, 'wing-a', 'wing-b'),
  unit: fc.constantFrom(null, 'kitchen', 'infirmary'),
  superiors: fc.subarray(['deputy', 'officer-in-charge', 'commissioner']),
});
const anyCase = fc.record({
  prisonId: fc.constantFrom(prison, 'prison-2'),
  wingId: fc.constantFrom(null, 'wing-a', 'wing-b'),
  nearWings: fc.subarray(['wing-a', 'wing-b']),
  state: fc.constantFrom(...states),
  owner: fc.constantFrom(...offices),
  unit: fc.constantFrom(null, 'kitchen', 'infirmary'),
  named: fc.subarray(['reader', 'other', 'deputy', 'officer-in-charge']),
  risen: fc.nat(3),
  listed: fc.boolean(),
});

describe('who may open a case', () => {
  it('never the named, nor anyone under them, in any role and state', () => {
    fc.assert(
      fc.property(anyReader, anyCase, (who, what) => {
        if (isShutOut(who, what.named)) expect(mayOpen(who, what)).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });

  it('never from another prison, and never before it stands in the list', () => {
    fc.assert(
      fc.property(anyReader, anyCase, (who, what) => {
        if (!mayOpen(who, what)) return;
        expect(what.listed).toBe(true);
        if (who.role !== 'commissioner') expect(who.prisonId).toBe(what.prisonId);
      }),
      { numRuns: 20_000 },
    );
  });

  it('a unit only what is routed to it, a commissioner only what came up to headquarters, or is overdue and was brought before them', () => {
    fc.assert(
      fc.property(anyReader, anyCase, (who, what) => {
        if (!mayOpen(who, what)) return;
        if (who.role === 'unit-officer') {
          expect(['unit', 'medical']).toContain(what.owner);
          expect(what.unit).toBe(who.unit);
        }
        if (who.role === 'commissioner')
          expect(what.owner === 'headquarters' || isAtHeadquarters(what)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it('what concerns health is for the infirmary, the justice and, once it came up, headquarters', () => {
    fc.assert(
      fc.property(anyReader, anyCase, (who, what) => {
        if (what.owner === 'medical' && mayOpen(who, what))
          expect(['unit-officer', 'visiting-justice', 'commissioner']).toContain(who.role);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    [
      'a first reader of another wing',
      reader('first-reader', { wingId: 'wing-b' }),
      aCase({ state: 'reading', owner: 'first-reader' }),
      true,
    ],
    [
      'a first reader of that very wing',
      reader('first-reader', { wingId: 'wing-a' }),
      aCase({ state: 'reading', owner: 'first-reader' }),
      false,
    ],
    [
      'a first reader of the wing that the writer lives in, though he complained in another',
      reader('first-reader', { wingId: 'wing-b' }),
      aCase({ state: 'reading', owner: 'first-reader', nearWings: ['wing-a', 'wing-b'] }),
      false,
    ],
    [
      'a first reader of some wing, of what came without a name',
      reader('first-reader', { wingId: 'wing-b' }),
      aCase({ state: 'reading', owner: 'first-reader', wingId: null, nearWings: [] }),
      false,
    ],
    [
      'a first reader of no wing, of what came without a name',
      reader('first-reader'),
      aCase({ state: 'reading', owner: 'first-reader', wingId: null, nearWings: [] }),
      true,
    ],
    [
      'the officer in charge before the first reader has passed it',
      reader('officer-in-charge'),
      aCase({ state: 'reading', owner: 'first-reader' }),
      false,
    ],
    ['the officer in charge after that', reader('officer-in-charge'), aCase(), true],
    [
      'the officer in charge once it is at headquarters',
      reader('officer-in-charge'),
      aCase({ state: 'headquarters', owner: 'headquarters' }),
      false,
    ],
    [
      'a kitchen officer, routed to the stores',
      reader('unit-officer'),
      aCase({ state: 'routed', owner: 'unit', unit: 'stores' }),
      false,
    ],
    [
      'the visiting justice',
      reader('visiting-justice'),
      aCase({ state: 'reading', owner: 'first-reader' }),
      true,
    ],
    ['the administrator', reader('administrator'), aCase(), false],
    ['the documentation office', reader('documentation-office'), aCase(), false],
  ])('%s', (_name, who, what, expected) => {
    expect(mayOpen(who, what)).toBe(expected);
  });
});

describe('what is shown of a case', () => {
  it('a nameless one tells nobody person, wing, kiosk or hour', () => {
    for (const role of roles)
      expect(shownOf(role, { nameless: true, personNeeded: true })).toMatchObject({
        person: false,
        place: false,
      });
  });
  it('a unit sees a person only when the answer needs him, and never notes or who it is about', () => {
    expect(shownOf('unit-officer', { nameless: false, personNeeded: false })).toMatchObject({
      person: false,
      about: false,
      notes: false,
    });
    expect(shownOf('unit-officer', { nameless: false, personNeeded: true }).person).toBe(true);
  });
});
