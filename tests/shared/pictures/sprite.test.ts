import { describe, expect, it } from 'vitest';
import { makeSprite } from '../../../shared/pictures/sprite.ts';

const house = `<!-- @license ISC -->
<svg
  class="lucide"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
>
  <path d="M1 2" />
  <path d="M3 4" />
</svg>
`;

describe('makeSprite', () => {
  it('makes one symbol of a drawing and keeps its frame and the way it is drawn', () => {
    expect(makeSprite([{ id: 'icon-house', svg: house }])).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg">\n' +
        '<symbol id="icon-house" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">' +
        '<path d="M1 2" /><path d="M3 4" /></symbol>\n</svg>\n',
    );
  });

  it('keeps the order given', () => {
    const sprite = makeSprite([
      { id: 'b', svg: house },
      { id: 'a', svg: house },
    ]);
    expect([...sprite.matchAll(/<symbol id="(\w)"/g)].map(([, id]) => id)).toEqual(['b', 'a']);
  });

  it('keeps a nested svg inside its drawing', () => {
    const svg = '<svg viewBox="0 0 1 1"><svg x="1"><path d="M0 0"/></svg></svg>';
    expect(makeSprite([{ id: 'nested', svg }])).toContain('><svg x="1"><path d="M0 0"/></svg></symbol>');
  });

  it('is an empty frame when there is nothing to join', () => {
    expect(makeSprite([])).toBe('<svg xmlns="http://www.w3.org/2000/svg">\n\n</svg>\n');
  });

  it.each([
    ['a repeated id', [house, house], 'picture-repeated: x'],
    ['a file that is no drawing', ['<p>hello</p>'], 'picture-without-svg: x'],
    ['a drawing cut off in the middle', ['<svg viewBox="0 0 1 1"><path'], 'picture-without-svg: x'],
    ['a drawing without a frame', ['<svg width="24"><path d="M0 0"/></svg>'], 'picture-without-frame: x'],
    ['a script', ['<svg viewBox="0 0 1 1"><script>1</script></svg>'], 'picture-not-plain: x'],
    ['a handler', ['<svg viewBox="0 0 1 1"><path onload="1" d="M0 0"/></svg>'], 'picture-not-plain: x'],
    [
      'something from elsewhere',
      ['<svg viewBox="0 0 1 1"><image href="//x.y/z"/></svg>'],
      'picture-not-plain: x',
    ],
  ])('refuses %s', (_name, sources, problem) => {
    expect(() => makeSprite(sources.map(svg => ({ id: 'x', svg })))).toThrow(problem);
  });
});
