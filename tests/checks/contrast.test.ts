import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const design = join(import.meta.dirname, '../../shared/design');
const tokens = readFileSync(join(design, 'tokens.css'), 'utf8');

const LIGHT = 0;
const DARK = 1;
const schemes = [
  ['light', LIGHT],
  ['dark', DARK],
] as const;

/** The value of a token in one scheme: light-dark() gives two, a plain colour counts for both. */
function colour(name: string, scheme: 0 | 1): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';
  const found = [...value.matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex);
  const hex = found[scheme] ?? found[0];
  if (hex === undefined) throw new Error(`no colour in --${name}: ${value}`);
  return hex;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['paper', 'paper-raised', 'paper-sunk'];
const texts = ['ink', 'ink-soft', 'accent', 'warm', 'attention', 'danger'];
const pairs: [text: string, ground: string][] = [
  ...texts.flatMap(text => surfaces.map((ground): [string, string] => [text, ground])),
  ...['accent-soft', 'warm-soft', 'attention-soft', 'danger-soft'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
  ]),
  ['accent', 'accent-soft'],
  ['warm', 'warm-soft'],
  ['attention', 'attention-soft'],
  ['danger', 'danger-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['on-bar', 'bar'],
  ['bar', 'on-bar'],
  ['on-warm-bright', 'warm-bright'],
  ['on-toast', 'toast'],
  ['on-toast-act', 'toast'],
  ['on-toast', 'toast-problem'],
  ['on-toast-act', 'toast-problem'],
];

describe.each(schemes)('colours, %s', (_name, scheme) => {
  it.each(pairs)('%s on %s can be read at 7:1', (text, ground) => {
    // Dark ink on the bright thread is a count in the panel's navigation, never a text of the kiosk.
    const least = text === 'on-warm-bright' ? 4.5 : 7;
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(least);
  });

  it.each(surfaces)('the edge of what one can press shows on %s', ground => {
    expect(contrast(colour('line-strong', scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
  });
});

describe('after sign-in', () => {
  const own = /\[data-private\] \{([^}]+)\}/.exec(tokens)?.[1] ?? '';
  const hexes = [...own.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/g)];

  it('every colour that changes becomes nearly grey', () => {
    expect(hexes.length).toBeGreaterThanOrEqual(3);
    for (const [hex, ...parts] of hexes) {
      const values = parts.map(part => Number.parseInt(part, 16));
      expect(Math.max(...values) - Math.min(...values), hex).toBeLessThanOrEqual(32);
    }
  });

  it('the bar still carries its words', () => {
    const bar = /--bar: (#[0-9a-f]{6})/.exec(own)?.[1] ?? '#ffffff';
    expect(contrast(colour('on-bar', LIGHT), bar)).toBeGreaterThanOrEqual(7);
  });
});

const sheets = readdirSync(design, { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.css') && name !== 'tokens.css',
);

describe.each(sheets)('%s', name => {
  const rules = readFileSync(join(design, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

  it('names no colour of its own', () => {
    expect(rules.match(/#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(/gi)).toBeNull();
  });

  it('knows no left and right', () => {
    expect(
      rules.match(
        /(margin|padding|border|inset)-(left|right)|(^|[\s;{])(left|right):|text-align: (left|right)/g,
      ),
    ).toBeNull();
  });

  it('asks for nothing from elsewhere', () => {
    expect(rules.match(/https?:|url\("?\/\//g)).toBeNull();
  });
});
