import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconNames, pictureNames } from '../../admin/components/pictures.ts';
import { makeSprite } from '../../shared/pictures/sprite.ts';
import {
  kindNames,
  kindPicture,
  kinds,
  manys,
  problemPicture,
  ranks,
  whens,
} from '../../shared/submission/kinds.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'shared/pictures');
const ids = readdirSync(folder)
  .filter(name => name.endsWith('.svg'))
  .map(name => name.slice(0, -4));
const drawing = (id: string): string => readFileSync(join(folder, `${id}.svg`), 'utf8');
const icons: unknown = JSON.parse(readFileSync(join(folder, 'icons.json'), 'utf8'));
const names = Array.isArray(icons) ? icons.filter((name): name is string => typeof name === 'string') : [];

describe.each(ids.filter(id => id !== 'mark'))('%s', id => {
  const svg = drawing(id);

  it('is drawn like all others: one frame, one line, the colour of the text around it', () => {
    expect(svg).toContain('viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="2.5"');
    expect(svg.match(/stroke-width/g)).toHaveLength(1);
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, value]) => value);
    expect(
      new Set(colours).difference(new Set(['none', 'currentColor', 'var(--picture-tint, none)'])),
    ).toEqual(new Set());
  });

  it('is small enough to keep on every kiosk', () => {
    expect(svg.length).toBeLessThan(2500);
  });
});

describe('pictures', () => {
  it('every answer of the complaint has one', () => {
    const needed = [
      ...kindNames.map(kindPicture),
      ...kindNames.flatMap(kind => kinds[kind].map(problem => problemPicture(kind, problem))),
      ...whens.map(when => `when-${when}`),
      ...manys.map(many => `many-${many}`),
      ...ranks.map(rank => (rank === 'unknown' ? 'other' : `rank-${rank}`)),
    ];
    expect(needed.filter(id => !ids.includes(id))).toEqual([]);
  });

  it('every reading page shows one that exists', () => {
    const pages = ['en', 'sw'].flatMap(language => {
      const at = join(root, 'locales', language, 'pages');
      return existsSync(at) ? readdirSync(at).map(name => join(at, name)) : [];
    });
    const missing = pages.filter(page => {
      const picture = /"picture":\s*"([^"]*)"/.exec(readFileSync(page, 'utf8'))?.[1];
      return picture === undefined || !ids.includes(picture);
    });
    expect(missing).toEqual([]);
  });

  it('no two are the same drawing', () => {
    expect(new Set(ids.map(drawing)).size).toBe(ids.length);
  });

  it('go into one sprite with every icon', () => {
    const lucide = join(root, 'node_modules/lucide-static/icons');
    const sprite = makeSprite([
      ...ids.map(id => ({ id, svg: drawing(id) })),
      ...names.map(name => ({ id: `icon-${name}`, svg: readFileSync(join(lucide, `${name}.svg`), 'utf8') })),
    ]);
    expect(sprite.match(/<symbol /g)).toHaveLength(ids.length + names.length);
    expect(names.length).toBeGreaterThan(60);
    expect(sprite.length).toBeLessThan(120_000);
  });
});

describe('screens', () => {
  it('the panel lists only what exists', () => {
    expect(iconNames.filter(name => !names.includes(name))).toEqual([]);
    expect(pictureNames.filter(id => !ids.includes(id))).toEqual([]);
  });

  const sources = ['kiosk', 'admin'].flatMap(app =>
    readdirSync(join(root, app), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      .map(name => join(app, name)),
  );

  it.each(sources)('%s names only pictures and icons that exist', path => {
    const text = readFileSync(join(root, path), 'utf8');
    const found = (what: RegExp): string[] => [...text.matchAll(what)].flatMap(([, id]) => (id ? [id] : []));
    const wantedIcons = [
      ...found(/\bicon(?:=|: )['"]([a-z0-9-]+)['"]/g),
      ...found(/<Icon name="([a-z0-9-]+)"/g),
    ];
    const wantedPictures = [
      ...found(/\bpicture(?:=|: )['"]([a-z0-9-]+)['"]/g),
      ...found(/<Picture id="([a-z0-9-]+)"/g),
    ];
    expect(wantedIcons.filter(name => !names.includes(name))).toEqual([]);
    expect(wantedPictures.filter(id => !ids.includes(id))).toEqual([]);
  });
});
