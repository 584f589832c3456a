import { isLanguage, type Language } from '../../shared/language/languages.ts';

/** One letter of what is spoken, where it stands on the screen. */
interface Spot {
  readonly node: Text;
  readonly offset: number;
}

/** A line, a label, a paragraph: what is spoken without a break. */
export interface Passage {
  readonly language: Language;
  readonly text: string;
  /** As many as the text has letters. */
  readonly spots: readonly Spot[];
}

/**
 * What is never spoken: what only a screen reader is told, keys, and what says who somebody is. A number or PIN that
 * is being typed is said aloud on no kiosk.
 */
const unspoken =
  '[aria-hidden="true"], .c-visually-hidden, .k-keypad, .k-keyboard, .k-pager, .k-entry, .k-code-entry, textarea';
/** What is spoken letter by letter, so that it can be written down. */
const spelled = '.c-code';

function blockOf(node: Text, root: Element): Element {
  let element = node.parentElement ?? root;
  while (element !== root && /^(inline|contents)$/.test(getComputedStyle(element).display))
    element = element.parentElement ?? root;
  return element.closest('button, .c-code') ?? element;
}

function languageOf(element: Element): Language {
  const code = element.closest('[lang]')?.getAttribute('lang') ?? '';
  return isLanguage(code) ? code : 'sw';
}

function isSpoken(node: Text): boolean {
  const element = node.parentElement;
  return (
    element !== null &&
    /\S/.test(node.data) &&
    element.closest(unspoken) === null &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && isSpoken(node)) texts.push(node);
  return texts;
}

/** The letters of some texts, one space for any number of them; each letter of a code by itself. */
function passageOf(texts: readonly Text[], block: Element): Passage {
  const letterByLetter = block.matches(spelled);
  let text = '';
  const spots: Spot[] = [];
  const add = (letters: string, spot: Spot) => {
    text += letters;
    for (let each = 0; each < letters.length; each += 1) spots.push(spot);
  };
  for (const node of texts) {
    if (text !== '' && !text.endsWith(' ')) add(' ', { node, offset: 0 });
    for (const [offset, letter] of [...node.data].entries()) {
      const spot = { node, offset };
      if (/\s/.test(letter)) {
        if (!text.endsWith(' ')) add(' ', spot);
      } else add(letterByLetter ? `${letter}, ` : letter === '·' ? ',' : letter, spot);
    }
  }
  return { language: languageOf(texts[0]?.parentElement ?? block), text, spots };
}

/** What stands in a part of the screen, in the order in which it is read. */
export function readingOf(root: Element): Passage[] {
  const passages: Passage[] = [];
  let gathered: Text[] = [];
  let block: Element | null = null;
  const close = () => {
    if (block && gathered.length > 0) passages.push(passageOf(gathered, block));
    gathered = [];
  };
  for (const node of textsIn(root)) {
    const own = blockOf(node, root);
    const sameLanguage =
      gathered.length === 0 ||
      languageOf(node.parentElement ?? root) === languageOf(gathered[0]?.parentElement ?? root);
    if (own !== block || !sameLanguage) close();
    block = own;
    gathered.push(node);
  }
  close();
  return passages;
}

/** A text that stands nowhere on the screen. */
export function unseen(text: string, language: Language): Passage {
  return { language, text, spots: [] };
}

const highlightName = 'spoken';

/** Marks letters of a passage as those that are spoken now, and brings them into sight; null: nothing is spoken. */
export function mark(passage: Passage | null, start = 0, end = 0): void {
  const first = passage?.spots[start];
  const last = passage?.spots[end - 1];
  // The words may have been changed meanwhile, in the same place.
  const isThere = (spot: typeof first) => spot?.node.isConnected && spot.offset < spot.node.length;
  if (!first || !last || !isThere(first) || !isThere(last)) {
    CSS.highlights.delete(highlightName);
    return;
  }
  const range = new Range();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.length));
  CSS.highlights.set(highlightName, new Highlight(range));
  first.node.parentElement?.scrollIntoView({ block: 'nearest' });
}
