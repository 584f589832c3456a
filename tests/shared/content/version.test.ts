import { describe, expect, it } from 'vitest';
import { pagesFor } from '../../../shared/content/audience.ts';
import { inForceOn, neededFrom, sinceEver } from '../../../shared/content/version.ts';

const food = (version: number, validFrom = sinceEver, own = false) => ({
  page: 'food',
  language: 'en',
  version,
  validFrom,
  own,
});

describe('what counts on a day', () => {
  const all = [food(0), food(1, '2026-03-05'), food(2, '2026-03-05'), food(1, '2026-03-10', true)];
  it.each([
    ['2026-03-04', 0, false],
    ['2026-03-05', 2, false],
    ['2026-03-10', 1, true],
    // What is for all prisons does not replace what a prison decided for itself.
    ['2026-09-01', 1, true],
  ])('on %s is version %i, the prison’s own: %s', (day, version, own) => {
    expect(inForceOn([...all, food(3, '2026-04-01')], day)).toMatchObject([{ version, own }]);
  });

  it('is with a kiosk together with all that will count, and without what is over', () => {
    expect(neededFrom(all, '2026-03-06').map(({ version, own }) => [version, own])).toEqual([
      [2, false],
      [1, true],
    ]);
  });
});

describe('the pages for somebody', () => {
  it('begin with those for fewest, and leave out what is for others', () => {
    const appellant = pagesFor({ class: 'appellant', sex: null }).map(({ id }) => id);
    expect(appellant[0]).toBe('appeal-pending');
    expect(appellant.indexOf('remission')).toBeLessThan(appellant.indexOf('food'));
    expect(appellant).not.toContain('remand');
    expect(pagesFor({ class: 'remand', sex: 'male' })[0]?.id).toBe('remand');
  });

  it('have the page for women for a woman alone, and for nobody of whom it was not entered', () => {
    const idsFor = (sex: 'female' | 'male' | null) => pagesFor({ class: 'remand', sex }).map(({ id }) => id);
    expect(idsFor('female')).toEqual(expect.arrayContaining(['remand', 'women', 'food']));
    expect(idsFor('male')).not.toContain('women');
    expect(idsFor(null)).not.toContain('women');
    expect(idsFor(null)).toContain('food');
  });

  it('follow what was decided about a page', () => {
    const forCivil = pagesFor({ class: 'civil', sex: null }, ({ id }) =>
      id === 'food' ? ['civil'] : ['women'],
    );
    expect(forCivil.map(({ id }) => id)).toEqual(['food']);
  });
});
