/** One drawing: the id its symbol gets, and the text of its SVG file. */
export interface PictureFile {
  readonly id: string;
  readonly svg: string;
}

const OUTER = /<svg\b([^>]*)>([\s\S]*)<\/svg>/;
const ATTRIBUTE = /([a-zA-Z-]+)\s*=\s*"([^"]*)"/g;

/** What a symbol keeps of its drawing's outer tag: the frame and the way of drawing, never a size or a class. */
const KEPT = new Set([
  'viewBox',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-rule',
]);

/**
 * Joins SVG drawings into one file of symbols, in the order given. Once it stands in the page, a screen shows one of
 * them by `<use href="#id"/>`: a `<use>` of another file would have the browser build that file anew for every screen.
 * Throws on a source without an outer <svg> or viewBox, on a repeated id, and on anything that could run.
 */
export function makeSprite(files: readonly PictureFile[]): string {
  const seen = new Set<string>();
  const symbols = files.map(file => {
    if (seen.has(file.id)) throw new Error(`picture-repeated: ${file.id}`);
    seen.add(file.id);
    return makeSymbol(file);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}

function makeSymbol({ id, svg }: PictureFile): string {
  const [, outer, inner] = OUTER.exec(withoutComments(svg)) ?? [];
  if (outer === undefined || inner === undefined) throw new Error(`picture-without-svg: ${id}`);
  if (/<script|<foreignObject|\son[a-z]+\s*=|javascript:|<style|href\s*=/i.test(inner))
    throw new Error(`picture-not-plain: ${id}`);
  const kept = [...outer.matchAll(ATTRIBUTE)].filter(([, name = '']) => KEPT.has(name));
  if (!kept.some(([, name]) => name === 'viewBox')) throw new Error(`picture-without-frame: ${id}`);
  const attributes = kept.map(([, name, value]) => ` ${name}="${value}"`).join('');
  return `<symbol id="${id}"${attributes}>${inner.trim().replace(/>\s+</g, '><')}</symbol>`;
}

function withoutComments(svg: string): string {
  return svg.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?xml[\s\S]*?\?>/g, '');
}
