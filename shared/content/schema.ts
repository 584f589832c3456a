import Type, { type Static } from 'typebox';
import { Base64Url, Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { readers } from './audience.ts';
import { pageStates, textKinds } from './page.ts';
import { pageGroupIds } from './pages.ts';
import { contentStandings } from './standing.ts';
import { contentActions, contentStates } from './version.ts';

const strict = { additionalProperties: false } as const;
export const TextDigest = Base64Url(43);
const PageId = Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 60 });
const Language = Type.String({ pattern: '^[a-z]{2,3}$' });
const Readers = Type.Array(oneOf(readers), { maxItems: readers.length });
const Spoken = text(600);

/** A reading page; `checkPage` says what else is asked of its words. */
export const ContentPage = Type.Object(
  {
    id: PageId,
    title: text(120),
    summary: text(300),
    picture: PageId,
    rules: Type.Array(Type.Integer(), { maxItems: 40 }),
    sections_of_act: Type.Array(text(60), { maxItems: 20 }),
    state: oneOf(pageStates),
    blocks: Type.Array(
      Type.Union([
        Type.Object({ kind: oneOf(textKinds), text: Spoken }, strict),
        Type.Object({ kind: Type.Literal('list'), items: Type.Array(Spoken, { maxItems: 20 }) }, strict),
      ]),
      { maxItems: 20 },
    ),
  },
  strict,
);

export const BundleEntry = Type.Object({
  page: PageId,
  language: Language,
  version: Type.Integer({ minimum: 0 }),
  own: Type.Boolean(),
  validFrom: PlainDay,
  readers: Readers,
  text: TextDigest,
});

/** `Bundle` on the wire. */
export const ContentBundle = Type.Object({
  digest: TextDigest,
  entries: Type.Array(BundleEntry),
  texts: Type.Array(Type.Object({ digest: TextDigest, words: Type.String() })),
});

const waiting = Type.Union([oneOf(['draft', 'reviewed']), Type.Null()]);

/** Every page with how it stands in each language. */
export const ContentList = Type.Object({
  pages: Type.Array(
    Type.Object({
      page: PageId,
      group: oneOf(pageGroupIds),
      title: Type.String(),
      languages: Type.Array(
        Type.Object({
          language: Language,
          standing: oneOf(contentStandings),
          /** What the newest version that is not decided yet waits for: a reviewer, or a publisher. */
          waiting,
        }),
      ),
    }),
  ),
});
export type ContentList = Static<typeof ContentList>;

const Who = Type.Union([Type.Object({ by: Type.String(), at: Instant }), Type.Null()]);

/** A version as the panel shows it; what may be done with it is for whoever asks. */
export const ContentVersion = Type.Object({
  /** Null: version 0, which came with the program. */
  id: Type.Union([Id, Type.Null()]),
  version: Type.Integer({ minimum: 0 }),
  /** For all prisons; else this one's own. */
  everywhere: Type.Boolean(),
  state: oneOf(contentStates),
  readers: Readers,
  validFrom: Type.Union([PlainDay, Type.Null()]),
  inForce: Type.Boolean(),
  words: ContentPage,
  text: TextDigest,
  /** Digest of the English text that it was written from; null for English itself. */
  source: Type.Union([TextDigest, Type.Null()]),
  written: Who,
  reviewed: Who,
  decided: Who,
  reason: Type.Union([Type.String(), Type.Null()]),
  mayDo: Type.Array(oneOf(contentActions)),
});
export type ContentVersion = Static<typeof ContentVersion>;

/** One page in one language beside its two sources. */
export const ContentText = Type.Object({
  page: PageId,
  language: Language,
  /** Whom it is for now; empty: everybody. */
  readers: Readers,
  standing: oneOf(contentStandings),
  english: ContentPage,
  englishText: TextDigest,
  kiswahili: ContentPage,
  /** Newest first. */
  versions: Type.Array(ContentVersion),
  mayWrite: Type.Boolean(),
});
export type ContentText = Static<typeof ContentText>;

export const ContentParams = Type.Object({ page: PageId, language: Language });
export const ContentBody = Type.Object(
  { words: ContentPage, readers: Readers, source: Type.Union([TextDigest, Type.Null()]) },
  strict,
);
export type ContentBody = Static<typeof ContentBody>;

export const ContentStepBody = Type.Object(
  {
    action: oneOf(contentActions),
    /** For publishing; today if null. */
    validFrom: Type.Union([PlainDay, Type.Null()]),
    /** For refusing. */
    reason: Type.Union([text(500), Type.Null()]),
  },
  strict,
);
export type ContentStepBody = Static<typeof ContentStepBody>;

export const PoParams = Type.Object({ language: Language });
/** A PO file, as text. */
export const PoFile = Type.Object({ file: Type.String({ minLength: 1 }) }, strict);
/** What became of a PO file; `why` is `older`, `partly`, or the place of the first fault. */
export const PoImported = Type.Object({
  written: Type.Array(PageId),
  unchanged: Type.Integer(),
  left: Type.Array(Type.Object({ page: PageId, why: Type.String() })),
});

/** What the kiosks of the prison showed on a day: each bundle that was on the screen, and since when. */
export const ContentShownQuery = Type.Object({ day: PlainDay }, strict);
export const ContentShown = Type.Object({
  kiosks: Type.Array(
    Type.Object({
      kiosk: Type.String(),
      wing: Type.String(),
      shown: Type.Array(Type.Object({ bundle: TextDigest, since: Instant })),
    }),
  ),
  bundles: Type.Array(
    Type.Object({ digest: TextDigest, givenAt: Instant, entries: Type.Array(BundleEntry) }),
  ),
});
export type ContentShown = Static<typeof ContentShown>;
