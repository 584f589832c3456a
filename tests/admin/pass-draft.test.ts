import { expect, test } from 'vitest';
import {
  emptyPass,
  findOfficers,
  namesSaid,
  type Officer,
  otherName,
} from '../../admin/screens/submission/pass-draft.ts';

const officer = (name: string): Officer => ({ id: name, name, role: 'unit-officer', unit: 'kitchen' });
const officers = ['Moses Kiptanui', 'Njérĩ Wanjirũ', 'Stephen Njeru'].map(officer);
const office = () => 'Kitchen';
const found = (typed: string) => findOfficers(officers, typed, office, 8).map(({ name }) => name);

test.each([
  ['letters with marks are found without them', 'njeri wanjiru', ['Njérĩ Wanjirũ']],
  ['every word counts, in any order', 'njeru stephen', ['Stephen Njeru']],
  ['the office counts too', 'kitchen moses', ['Moses Kiptanui']],
  ['somebody who is not there', 'odhiambo', []],
])('%s', (_, typed, names) => {
  expect(found(typed)).toEqual(names);
});

test('nothing typed shows the first ones, never more than asked for', () => {
  expect(findOfficers(officers, ' ', office, 2)).toHaveLength(2);
});

test('it must be said that nobody is named, as plainly as a name', () => {
  expect(namesSaid(emptyPass)).toBe(false);
  expect(namesSaid({ ...emptyPass, nobody: true })).toBe(true);
  expect(namesSaid({ ...emptyPass, named: ['a'] })).toBe(true);
  expect(namesSaid({ ...emptyPass, others: ['Corporal Mwangi'] })).toBe(true);
  expect(namesSaid({ named: ['a'], others: [], nobody: true })).toBe(false);
});

test('a name that is not listed is taken once and cleanly', () => {
  expect(otherName(emptyPass, '  Corporal   Mwangi ')).toBe('Corporal Mwangi');
  expect(otherName({ ...emptyPass, others: ['Corporal Mwangi'] }, 'corporal mwangi')).toBeNull();
  expect(otherName(emptyPass, '   ')).toBeNull();
});
