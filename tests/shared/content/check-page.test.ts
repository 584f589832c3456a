import { describe, expect, it } from 'vitest';
import { checkPage, isPage } from '../../../shared/content/check-page.ts';
import type { Page } from '../../../shared/content/page.ts';

const goodPage: Page = {
  id: 'a-page',
  title: 'A page',
  summary: 'It says one thing.',
  picture: 'tile-rules',
  rules: [2, 161],
  sections_of_act: ['Cap. 90A s. 27'],
  state: 'in-force',
  blocks: [
    { kind: 'heading', text: 'A heading' },
    { kind: 'text', text: 'One. Two. Three.' },
    { kind: 'list', items: ['This.', 'That.'] },
    { kind: 'note', text: 'Mind the step.' },
  ],
};
const text = { kind: 'text', text: 'A sentence.' };
const twentyOneWords = `${'word '.repeat(20)}word`;

describe('a page', () => {
  it('with nothing wrong is a page', () => {
    expect(checkPage(goodPage)).toEqual([]);
    expect(isPage(goodPage)).toBe(true);
  });

  const wrong: readonly [name: string, page: unknown, problem: string][] = [
    ['that is no object', 'a page', 'page:not-an-object'],
    ['that is a list', [], 'page:not-an-object'],
    ['with a field too many', { ...goodPage, author: 'me' }, 'page:unknown-field-author'],
    ['with a bad id', { ...goodPage, id: 'A Page' }, 'id:not-an-id'],
    ['without title', { ...goodPage, title: ' ' }, 'title:empty'],
    ['with a break in its title', { ...goodPage, title: 'A\npage' }, 'title:stray-space'],
    ['with two sentences in its summary', { ...goodPage, summary: 'One. Two.' }, 'summary:not-one-sentence'],
    ['with a long summary', { ...goodPage, summary: twentyOneWords }, 'summary:too-long'],
    ['without picture', { ...goodPage, picture: null }, 'picture:not-an-id'],
    ['with rules that are no list', { ...goodPage, rules: 2 }, 'rules:not-a-list'],
    ['with rule 0', { ...goodPage, rules: [0] }, 'rules.0:no-such-rule'],
    ['with rule 162', { ...goodPage, rules: [161, 162] }, 'rules.1:no-such-rule'],
    ['with half a rule', { ...goodPage, rules: [1.5] }, 'rules.0:no-such-rule'],
    ['with a rule twice', { ...goodPage, rules: [2, 2] }, 'rules.1:not-ascending'],
    ['with an empty source', { ...goodPage, sections_of_act: [''] }, 'sections_of_act.0:empty'],
    ['with sources that are no list', { ...goodPage, sections_of_act: 'x' }, 'sections_of_act:not-a-list'],
    ['of unknown state', { ...goodPage, state: 'old' }, 'state:unknown'],
    ['not entered, and silent about it', { ...goodPage, state: 'not-entered' }, 'state:no-not-entered-block'],
    ['not confirmed, and silent', { ...goodPage, state: 'not-confirmed' }, 'state:no-not-confirmed-block'],
    ['with three blocks', { ...goodPage, blocks: [text, text, text] }, 'blocks:too-few'],
    [
      'with eleven blocks',
      { ...goodPage, blocks: Array.from({ length: 11 }, () => text) },
      'blocks:too-many',
    ],
    ['without blocks', { ...goodPage, blocks: null }, 'blocks:not-a-list'],
    ['with a block that is none', { ...goodPage, blocks: [text, 'x', text, text] }, 'blocks.1:not-an-object'],
    ['with an unknown kind', withBlock({ kind: 'html', text: 'x' }), 'blocks.4:unknown-kind'],
    ['with a list of nothing', withBlock({ kind: 'list', items: [] }), 'blocks.4:no-items'],
    [
      'with a list that has a text',
      withBlock({ ...text, kind: 'list', items: ['x'] }),
      'blocks.4:unknown-field-text',
    ],
    ['with a text that has items', withBlock({ ...text, items: ['x'] }), 'blocks.4:unknown-field-items'],
    ['with an empty text', withBlock({ kind: 'text', text: '' }), 'blocks.4:empty'],
    ['with four sentences', withBlock({ kind: 'text', text: 'A. B. C. D.' }), 'blocks.4:too-many-sentences'],
    ['with a long sentence', withBlock({ kind: 'text', text: twentyOneWords }), 'blocks.4:sentence-too-long'],
    [
      'with a long item',
      withBlock({ kind: 'list', items: ['x', twentyOneWords] }),
      'blocks.4.1:sentence-too-long',
    ],
  ];

  it.each(wrong)('%s is not right', (_name, page, problem) => {
    expect(checkPage(page)).toContain(problem);
    expect(isPage(page)).toBe(false);
  });

  it('that lacks fields has every lack named', () => {
    expect(checkPage({})).toEqual([
      'id:not-an-id',
      'title:empty',
      'summary:empty',
      'picture:not-an-id',
      'rules:not-a-list',
      'sections_of_act:not-a-list',
      'state:unknown',
      'blocks:not-a-list',
    ]);
  });
});

function withBlock(block: unknown): unknown {
  return { ...goodPage, blocks: [...goodPage.blocks, block] };
}
