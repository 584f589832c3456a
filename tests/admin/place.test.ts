import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressOfPlace,
  homeOf,
  lists,
  mayVisit,
  menuParts,
  type Place,
  type PlainPage,
  pagesIn,
  pagesOf,
  readPlace,
} from '../../admin/app/place.ts';
import { type OperationName, operations } from '../../shared/api.ts';
import { type Role, roles } from '../../shared/staff/roles.ts';
import { kindNames } from '../../shared/submission/kinds.ts';

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    page: fc.constant('cases' as const),
    list: fc.constantFrom(...lists),
    kind: fc.constantFrom(null, ...kindNames),
    wing: fc.option(fc.uuid()),
    alike: fc.option(fc.integer({ min: 1, max: 999_999 })),
  }),
  fc.record({
    page: fc.constant('case' as const),
    number: fc.integer({ min: 1, max: 999_999 }),
    prison: fc.option(fc.uuid()),
  }),
  fc.constantFrom<Place>(
    { page: 'home' },
    { page: 'claims' },
    { page: 'kiosks' },
    { page: 'language', code: 'so' },
    { page: 'text', id: 'food', code: 'so' },
    { page: 'law' },
    { page: 'password' },
  ),
);

test('the address of a place leads to the same place', () => {
  fc.assert(
    fc.property(places, place => {
      const { pathname, search } = new URL(addressOfPlace(place), 'http://prison.example');
      expect(readPlace(pathname, search)).toEqual(place);
    }),
  );
});

test.each([
  ['a number that is none', '/admin/cases/0'],
  ['a number with letters', '/admin/cases/12a'],
  ['a page below a page', '/admin/kiosks/1'],
  ['a page that is not there', '/admin/elsewhere'],
  ['a language without texts', '/admin/languages/tuv'],
  ['a reading page that is not there', '/admin/content/luck/sw'],
  ['another app', '/adminx/cases'],
])('%s is no place', (_, pathname) => {
  expect(readPlace(pathname)).toEqual({ page: 'unknown' });
});

test('filters that are not known are left out', () => {
  expect(readPlace('/admin/cases', '?list=all&kind=weather')).toEqual({
    page: 'cases',
    list: 'open',
    kind: null,
    wing: null,
    alike: null,
  });
});

test('search words never stand in an address', () => {
  expect(addressOfPlace(readPlace('/admin/cases', '?search=Otieno'))).toBe('/admin/cases');
});

/** What each page reads first: whoever may not ask it has no such page, and whoever may has one. */
const reads: Partial<Record<PlainPage, OperationName>> = {
  backups: 'GET /api/backups',
  claims: 'GET /api/claims',
  irregularities: 'GET /api/irregularities',
  kiosks: 'GET /api/kiosks',
  languages: 'GET /api/languages',
  staff: 'GET /api/staff',
};

function admits(name: OperationName, role: Role): boolean {
  const { reach } = operations[name];
  return 'roles' in reach && (reach.roles as readonly Role[]).includes(role);
}

test.each(roles)('%s has exactly the pages that the contract lets it read', role => {
  for (const [page, operation] of Object.entries(reads))
    expect(
      pagesOf(role).some(known => known === page),
      page,
    ).toBe(admits(operation, role));
  expect(mayVisit(role, { page: 'case', number: 1, prison: null })).toBe(
    admits('GET /api/cases/:number', role),
  );
});

test.each(roles)('the first page of %s is one that it may visit', role => {
  expect(mayVisit(role, homeOf(role))).toBe(true);
});

test.each(roles)('each page of %s stands once in its menu', role => {
  expect(menuParts.flatMap(part => pagesIn(role, part)).toSorted()).toEqual(pagesOf(role).toSorted());
});
