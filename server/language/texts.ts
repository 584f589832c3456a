import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../shared/content/page.ts';
import { pageCatalogue } from '../../shared/content/pages.ts';
import { type Coverage, coverageOf, type Sources } from '../../shared/language/coverage.ts';
import { type Language, languages } from '../../shared/language/languages.ts';
import {
  dangerousTexts,
  isRecorded,
  mayBeOffered,
  type Reviews,
  type Texts,
  vouchedNow,
} from '../../shared/language/review.ts';
import type { LanguageText } from '../../shared/language/schema.ts';

const folder = join(import.meta.dirname, '../../locales');

/** How far a language is, counted from its files. */
export interface Standing {
  readonly code: Language;
  /** Interface words of the kiosk: how many there are in English, here in words of its own, and here reviewed. */
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

function countOf(ids: readonly string[], coverage: (id: string) => Coverage) {
  const found = ids.map(coverage);
  return {
    all: ids.length,
    written: found.filter(each => each !== 'missing').length,
    reviewed: found.filter(each => each === 'reviewed').length,
  };
}

const pageIds = pageCatalogue.map(({ id }) => `page:${id}`);
const wordIds = (english: Texts) => [...english.keys()].filter(id => id.startsWith('kiosk:'));

/** Counts one language from its texts. Exported for tests, which bring texts of their own. */
export function standingOf(code: Language, texts: Texts, reviews: Reviews, sources: Sources): Standing {
  const coverage = (id: string) => coverageOf(id, code, texts, reviews, sources);
  const recorded = dangerousTexts.filter(id => isRecorded(id, texts, reviews)).length;
  return {
    code,
    words: countOf(wordIds(sources.english), coverage),
    pages: countOf(pageIds, coverage),
    dangerous: { ...countOf(dangerousTexts, coverage), recorded },
    open: mayBeOffered(code, texts, reviews),
  };
}

const readSources = (): Sources => ({ english: textsOf('en'), kiswahili: textsOf('sw') });

let counted: readonly Standing[] | null = null;

/** How far every language is; read once, since a new text comes with a new program. */
export function standings(): readonly Standing[] {
  if (counted === null) {
    const sources = readSources();
    counted = languages.map(code => standingOf(code, textsOf(code), reviewsOf(code), sources));
  }
  return counted;
}

/** What a person calls a text: its words, and of a page its title. */
function wordsOf(id: string, texts: Texts): string | null {
  const text = texts.get(id);
  if (text === undefined || !id.startsWith('page:')) return text ?? null;
  return (JSON.parse(text) as Page).title;
}

function vouchedBy(id: string, texts: Texts, entries: Reviews['reviewed']) {
  const entry = vouchedNow(id, texts, entries);
  return entry && { by: entry.by, on: entry.on };
}

/** Every text that a language should have, one by one: the dangerous ones first, then the words, then the pages. */
export function textRows(
  code: Language,
  texts: Texts,
  reviews: Reviews,
  sources: Sources,
): readonly LanguageText[] {
  const dangerous = new Set<string>(dangerousTexts);
  const others = wordIds(sources.english).filter(id => !dangerous.has(id));
  return [...dangerous, ...others, ...pageIds].map(id => {
    const coverage = coverageOf(id, code, texts, reviews, sources);
    return {
      id,
      english: wordsOf(id, sources.english) ?? '',
      kiswahili: wordsOf(id, sources.kiswahili) ?? '',
      own: coverage === 'missing' ? null : wordsOf(id, texts),
      coverage,
      dangerous: dangerous.has(id),
      reviewed: vouchedBy(id, texts, reviews.reviewed),
      recorded: vouchedBy(id, texts, reviews.recorded),
    };
  });
}

/** The texts of one language as they lie in its files. */
export function readTextRows(code: Language): readonly LanguageText[] {
  return textRows(code, textsOf(code), reviewsOf(code), readSources());
}
