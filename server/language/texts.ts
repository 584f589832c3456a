import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageCatalogue } from '../../shared/content/pages.ts';
import { type Language, languages } from '../../shared/language/languages.ts';
import {
  dangerousTexts,
  isRecorded,
  mayBeOffered,
  type Reviews,
  type Texts,
  textState,
} from '../../shared/language/review.ts';

const folder = join(import.meta.dirname, '../../locales');

/** How far a language is, counted from its files. */
export interface Standing {
  readonly code: Language;
  /** Interface words of the kiosk: how many there are in English, here, and here reviewed. */
  readonly words: { readonly all: number; readonly written: number; readonly reviewed: number };
  /** Reading pages likewise. */
  readonly pages: { readonly all: number; readonly written: number; readonly reviewed: number };
  /** Sentences that carry danger if wrong: written, reviewed, and recorded by a speaker. */
  readonly dangerous: {
    readonly all: number;
    readonly written: number;
    readonly reviewed: number;
    readonly recorded: number;
  };
  /** Whether a real prison may offer it. */
  readonly open: boolean;
}

function readJson(code: string, file: string): unknown {
  const path = join(folder, code, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function* flat(tree: unknown, before: string): Generator<[string, string]> {
  if (typeof tree === 'string') yield [before, tree];
  else if (typeof tree === 'object' && tree !== null)
    for (const [key, value] of Object.entries(tree))
      yield* flat(value, before.endsWith(':') ? before + key : `${before}.${key}`);
}

/** Every text of a language by its id, `kiosk:receipt.kept`; a page is one text, `page:food`. */
export function textsOf(code: string): Texts {
  const panel = readJson(code, 'panel.json');
  const ready = panel !== null && typeof panel === 'object' && 'ready' in panel ? panel.ready : null;
  const pages = existsSync(join(folder, code, 'pages')) ? readdirSync(join(folder, code, 'pages')) : [];
  return new Map([
    ...flat(readJson(code, 'kiosk.json'), 'kiosk:'),
    ...flat(ready, 'ready:'),
    ...pages.map((file): [string, string] => [
      `page:${file.slice(0, -'.json'.length)}`,
      JSON.stringify(readJson(code, `pages/${file}`)),
    ]),
  ]);
}

/** Who reviewed and who recorded what, as `locales/<language>/reviews.json` says. */
export function reviewsOf(code: string): Reviews {
  const { reviewed = {}, recorded = {} } = (readJson(code, 'reviews.json') ?? {}) as Partial<Reviews>;
  return { reviewed, recorded };
}

function countOf(ids: readonly string[], texts: Texts, reviews: Reviews) {
  const written = ids.filter(id => texts.has(id));
  const reviewed = written.filter(id => textState(id, texts, reviews) === 'reviewed').length;
  return { all: ids.length, written: written.length, reviewed };
}

/** Counts one language from its texts. Exported for tests, which bring texts of their own. */
export function standingOf(code: Language, english: Texts, texts: Texts, reviews: Reviews): Standing {
  const words = [...english.keys()].filter(id => id.startsWith('kiosk:'));
  const recorded = dangerousTexts.filter(id => isRecorded(id, texts, reviews)).length;
  return {
    code,
    words: countOf(words, texts, reviews),
    pages: countOf(
      pageCatalogue.map(({ id }) => `page:${id}`),
      texts,
      reviews,
    ),
    dangerous: { ...countOf(dangerousTexts, texts, reviews), recorded },
    open: mayBeOffered(code, texts, reviews),
  };
}

let counted: readonly Standing[] | null = null;

/** How far every language is; read once, since a new text comes with a new program. */
export function standings(): readonly Standing[] {
  if (counted === null) {
    const english = textsOf('en');
    counted = languages.map(code => standingOf(code, english, textsOf(code), reviewsOf(code)));
  }
  return counted;
}
