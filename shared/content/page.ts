/**
 * A reading page: what a rule means, in plain words of our own, one file per language in `locales/<language>/pages/`.
 * The words of the law itself are not here; they are imported (`shared/law/`).
 */

/**
 * How far the page's law is known. `not-entered`: the text that it depends on is missing;
 * `overtaken`: the rule is no longer used as printed; `not-confirmed`: an officer must confirm all of it.
 */
export const pageStates = ['in-force', 'not-entered', 'overtaken', 'not-confirmed'] as const;
export type PageState = (typeof pageStates)[number];

/** Blocks of one text. `not-entered` and `not-confirmed` are set apart on the screen, and spoken as such. */
export const textKinds = ['heading', 'text', 'note', 'not-entered', 'not-confirmed'] as const;
export type TextKind = (typeof textKinds)[number];

export interface TextBlock {
  readonly kind: TextKind;
  readonly text: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export type Block = TextBlock | ListBlock;

export interface Page {
  readonly id: string;
  readonly title: string;
  /** One sentence of at most twenty words: what a listener hears before choosing the page. */
  readonly summary: string;
  /** A picture's id, as drawn in `shared/pictures/`. */
  readonly picture: string;
  /** Numbers of the Prisons Rules that the page speaks of, ascending; empty for a page about the machine. */
  readonly rules: readonly number[];
  /** Sources other than the Prisons Rules, as a citation: `Cap. 90A s. 27`. */
  readonly sections_of_act: readonly string[];
  readonly state: PageState;
  readonly blocks: readonly Block[];
}

/** Everything on the page that is read or spoken, in order: title, summary, then each block. */
export function pageTexts(page: Page): readonly string[] {
  return [page.title, page.summary, ...page.blocks.flatMap(blockTexts)];
}

/** The texts of one block: its items, or its one text. */
export function blockTexts(block: Block): readonly string[] {
  return block.kind === 'list' ? block.items : [block.text];
}
