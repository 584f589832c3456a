import { type Block, blockTexts, type Page } from './page.ts';

/** The numbers of a text, each as often as it stands there. */
function numbersIn(texts: readonly string[]): string {
  return (texts.join(' ').match(/\d+/g) ?? []).toSorted().join(' ');
}

function blockFault(own: Block | undefined, source: Block): string | null {
  if (own?.kind !== source.kind) return 'not-the-same-kind';
  if (blockTexts(own).length !== blockTexts(source).length) return 'not-as-many-items';
  return numbersIn(blockTexts(own)) === numbersIn(blockTexts(source)) ? null : 'other-numbers';
}

/**
 * Where a page is no translation of its source, as `place:problem`: block for block the same kinds, as many items, the
 * same numbers, and the same place in the law. A number that differs is the mistake that costs somebody a date.
 */
export function checkTwin(page: Page, source: Page): string[] {
  const law = (of: Page) => JSON.stringify([of.id, of.picture, of.rules, of.sections_of_act, of.state]);
  return [
    ...(law(page) === law(source) ? [] : ['page:other-law']),
    ...(page.blocks.length === source.blocks.length ? [] : ['blocks:not-as-many']),
    ...source.blocks.flatMap((block, at) => {
      const fault = blockFault(page.blocks[at], block);
      return fault === null ? [] : [`blocks.${at}:${fault}`];
    }),
  ];
}
