import { expect, it } from 'vitest';
import { mayBeMeant } from '../../../shared/staff/names.ts';

it.each([
  ['Beatrice Nyakundi', 'Beatrice Nyakundi', true],
  ['afisa NYAKUNDI', 'Beatrice Nyakundi', true],
  ['Nyakundi, Beatrice W.', 'Beatrice Nyakundi', true],
  ['Kipsang’', 'Moses Kipsang', true],
  ['Gĩthĩnji', 'Peter Githinji', true],
  ['Mr. B', 'Beatrice Nyakundi', false],
  ['Nyakund', 'Beatrice Nyakundi', false],
  ['', 'Beatrice Nyakundi', false],
])('said "%s", is %s meant: %s', (said, name, expected) => {
  expect(mayBeMeant(said, name)).toBe(expected);
});
