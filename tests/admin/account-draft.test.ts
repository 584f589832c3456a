import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import {
  type AccountDraft,
  accountBody,
  emptyAccount,
  mistakesIn,
  usernameOf,
} from '../../admin/screens/staff/account-draft.ts';
import { StaffBody } from '../../shared/staff/schema.ts';

test.each([
  ['two names', 'Akinyi Otieno', 'a.otieno'],
  ['three names', 'Mary Wambui Kamau', 'm.kamau'],
  ['letters with marks', 'Njérĩ Ngũgĩ', 'n.ngugi'],
  ['one name', 'Otieno', 'otieno'],
  ['nothing that could be a name', '!!', ''],
])('a username is made from %s', (_, name, username) => {
  expect(usernameOf(name)).toBe(username);
});

const whole: AccountDraft = { ...emptyAccount, name: ' A. Otieno ', username: 'a.otieno', role: 'deputy' };

test('what is missing is said by field', () => {
  expect(mistakesIn(emptyAccount)).toEqual(['name', 'username', 'role']);
  expect(mistakesIn({ ...whole, username: 'A.Otieno' })).toEqual(['username']);
  expect(mistakesIn({ ...whole, role: 'unit-officer' })).toEqual(['unit']);
  expect(accountBody(emptyAccount)).toBeNull();
});

test('a whole draft is what the contract asks for, with a unit only where the role has one', () => {
  const body = accountBody({ ...whole, unit: 'kitchen' });
  expect(body).toMatchObject({ name: 'A. Otieno', role: 'deputy', unit: null });
  expect(Check(StaffBody, body)).toBe(true);
});
