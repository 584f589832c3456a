import { hash } from 'node:crypto';
import { canonical, type Json } from '../../shared/canonical.ts';
import { usualReadersOf } from '../../shared/content/audience.ts';
import type { Page } from '../../shared/content/page.ts';
import { pageCatalogue } from '../../shared/content/pages.ts';
import { type BundleEntry, sinceEver } from '../../shared/content/version.ts';
import { languages } from '../../shared/language/languages.ts';
import { vouchedNow } from '../../shared/language/review.ts';
import { reviewsOf, textsOf } from './texts.ts';

/** A page as it came with the program: version 0. */
export interface DeliveredPage {
  readonly entry: BundleEntry;
  readonly page: Page;
  /** Canonical JSON. */
  readonly words: string;
  /** The speaker who vouches for it in `reviews.json`, if any. */
  readonly reviewed: boolean;
}

/** The canonical words of a page and the digest that names them. */
export function wordsOfPage(page: Page): { readonly words: string; readonly digest: string } {
  const words = canonical(page as unknown as Json);
  return { words, digest: hash('sha256', words, 'base64url') };
}

function deliveredIn(language: string): DeliveredPage[] {
  const texts = textsOf(language);
  const { reviewed } = reviewsOf(language);
  return pageCatalogue.flatMap(listed => {
    const text = texts.get(`page:${listed.id}`);
    if (text === undefined) return [];
    const page = JSON.parse(text) as Page;
    const { words, digest } = wordsOfPage(page);
    const entry = {
      page: listed.id,
      language,
      version: 0,
      own: false,
      validFrom: sinceEver,
      readers: usualReadersOf(listed),
      text: digest,
    };
    return { entry, page, words, reviewed: vouchedNow(`page:${listed.id}`, texts, reviewed) !== null };
  });
}

let delivered: readonly DeliveredPage[] | null = null;

/** Every page that came with the program, in all languages; read once, since another text comes with another program. */
export function deliveredPages(): readonly DeliveredPage[] {
  delivered ??= languages.flatMap(deliveredIn);
  return delivered;
}
