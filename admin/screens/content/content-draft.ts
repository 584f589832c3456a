import type { Reader } from '../../../shared/content/audience.ts';
import { checkPage } from '../../../shared/content/check-page.ts';
import { type Block, blockTexts, type Page, pageTexts, type TextKind } from '../../../shared/content/page.ts';
import { readingGrade } from '../../../shared/content/readability.ts';
import type { ContentText } from '../../../shared/content/schema.ts';
import { checkTwin } from '../../../shared/content/twin.ts';

export type Words = ContentText['english'];
export type BlockKind = TextKind | 'list';

/** A page as it is typed: of a list, each line is an item. */
export interface ContentDraft {
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[];
  readonly readers: readonly Reader[];
}

export function draftOf(page: Page, readers: readonly Reader[]): ContentDraft {
  return {
    title: page.title,
    summary: page.summary,
    blocks: page.blocks.map(block => ({ kind: block.kind, text: blockTexts(block).join('\n') })),
    readers,
  };
}

/** An empty draft for a page that has no words in this language: the same blocks, to be filled. */
export function emptyDraft(source: Page, readers: readonly Reader[]): ContentDraft {
  return {
    title: '',
    summary: '',
    blocks: source.blocks.map(({ kind }) => ({ kind, text: '' })),
    readers,
  };
}

const tidy = (text: string) => text.trim().replace(/\s+/g, ' ');

function blockFrom({ kind, text }: ContentDraft['blocks'][number]): Block {
  if (kind !== 'list') return { kind, text: tidy(text) };
  return { kind, items: text.split('\n').map(tidy).filter(Boolean) };
}

/** The page that a draft says; what is no word (rules, picture, state) is the source's. */
export function pageFrom(draft: ContentDraft, source: Words): Words {
  return {
    ...source,
    title: tidy(draft.title),
    summary: tidy(draft.summary),
    blocks: draft.blocks.map(blockFrom) as Words['blocks'],
  };
}

/** Up to this school year a page may ask of whoever reads it in English. */
const hardestGrade = 6;

/** What is wrong with a draft, as `place:problem`; `source`: null for English. */
export function faultsOf(page: Words, source: Words | null): readonly string[] {
  const faults = checkPage(page);
  if (source) return [...faults, ...checkTwin(page, source)];
  return readingGrade(pageTexts(page)) > hardestGrade ? [...faults, 'page:too-hard'] : faults;
}

/** The first thing that is wrong in one place of a page: `title`, `blocks.3`. */
export function faultAt(faults: readonly string[], place: string): string | null {
  const found = faults.find(fault => fault.startsWith(`${place}:`) || fault.startsWith(`${place}.`));
  return found === undefined ? null : found.slice(found.indexOf(':') + 1);
}
