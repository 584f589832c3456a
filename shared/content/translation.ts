import { type Block, blockTexts, type Page } from './page.ts';
import type { PoMessage } from './po.ts';

/** Every text of a page by its place: `title`, `summary`, `blocks.3`, of a list `blocks.3.1`. */
export function textsByPlace(page: Page): ReadonlyMap<string, string> {
  const blocks = page.blocks.flatMap((block, at) =>
    blockTexts(block).map((text, item): [string, string] => [
      block.kind === 'list' ? `blocks.${at}.${item}` : `blocks.${at}`,
      text,
    ]),
  );
  return new Map([['title', page.title], ['summary', page.summary], ...blocks]);
}

/** The page of `source` with other words in its places. */
function withTexts(source: Page, textAt: (place: string) => string): Page {
  return {
    ...source,
    title: textAt('title'),
    summary: textAt('summary'),
    blocks: source.blocks.map((block, at): Block => {
      if (block.kind !== 'list') return { ...block, text: textAt(`blocks.${at}`) };
      return { ...block, items: block.items.map((_item, item) => textAt(`blocks.${at}.${item}`)) };
    }),
  };
}

interface Languages {
  readonly english: Page;
  readonly kiswahili: Page;
  /** Null: not translated yet. */
  readonly own: Page | null;
}

/** A page as messages: the English to be translated, with the Kiswahili and the rules as comments. */
export function messagesOf({ english, kiswahili, own }: Languages): readonly PoMessage[] {
  const [helps, words] = [textsByPlace(kiswahili), own ? textsByPlace(own) : null];
  const rules = english.rules.length > 0 ? [`Prisons Rules ${english.rules.join(', ')}`] : [];
  return [...textsByPlace(english)].map(([place, id]) => ({
    context: `${english.id}/${place}`,
    id,
    text: words?.get(place) ?? '',
    comments: [...(place === 'title' ? rules : []), ...(helps.get(place) ? [`sw: ${helps.get(place)}`] : [])],
  }));
}

/**
 * A page from messages: `untouched` if none of its texts is translated, `partly` if some are not, `older` if its English
 * is not the English of today.
 */
export function pageOfMessages(
  english: Page,
  messages: readonly PoMessage[],
): Page | 'untouched' | 'partly' | 'older' {
  const mine = new Map(messages.map(message => [message.context, message]));
  const places = [...textsByPlace(english)].map(([place, id]) => ({
    id,
    message: mine.get(`${english.id}/${place}`),
  }));
  const translated = places.filter(({ message }) => message !== undefined && message.text !== '');
  if (translated.length === 0) return 'untouched';
  if (translated.some(({ id, message }) => message?.id !== id)) return 'older';
  if (translated.length < places.length) return 'partly';
  return withTexts(english, place => mine.get(`${english.id}/${place}`)?.text.trim() ?? '');
}
