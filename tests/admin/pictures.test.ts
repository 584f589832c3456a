import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { iconNames, matterPicture, pictureNames } from '../../admin/components/pictures.ts';
import { type Kind, kinds } from '../../shared/submission/kinds.ts';

const pictures = join(import.meta.dirname, '../../shared/pictures');
const drawn = (name: string) => existsSync(join(pictures, `${name}.svg`));

test('every icon of the panel is in the list that the sheet is made from', () => {
  const listed: unknown = JSON.parse(readFileSync(join(pictures, 'icons.json'), 'utf8'));
  expect(iconNames.filter(name => !Array.isArray(listed) || !listed.includes(name))).toEqual([]);
});

test('every drawing of the panel is drawn', () => {
  expect(pictureNames.filter(name => !drawn(name))).toEqual([]);
});

test.each(Object.entries(kinds) as [Kind, readonly string[]][])(
  'every problem with %s is drawn',
  (kind, problems) => {
    expect(problems.map(problem => matterPicture(kind, problem)).filter(name => !drawn(name))).toEqual([]);
  },
);
