import Type, { type Static } from 'typebox';
import { Instant, oneOf } from '../schema.ts';
import { coverages } from './coverage.ts';
import { languages } from './languages.ts';

const count = Type.Integer({ minimum: 0 });
const Counted = Type.Object({ all: count, written: count, reviewed: count });

/** A registered language: how far its texts are, and whether kiosks offer it. */
export const LanguageRow = Type.Object({
  code: Type.String(),
  name: Type.String(),
  /** Null for one that waits for translators. */
  standing: Type.Union([
    Type.Object({
      words: Counted,
      pages: Counted,
      dangerous: Type.Object({ all: count, written: count, reviewed: count, recorded: count }),
      /** Whether a real prison may offer it. */
      open: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  /** English and Kiswahili: no prison can leave them out. */
  always: Type.Boolean(),
  chosen: Type.Boolean(),
  offered: Type.Boolean(),
});
export type LanguageRow = Static<typeof LanguageRow>;

export const Languages = Type.Object({
  languages: Type.Array(LanguageRow),
  demonstration: Type.Boolean(),
  /** Who chose what, newest first; empty while nobody did, or for headquarters. */
  choices: Type.Array(Type.Object({ at: Instant, by: Type.String(), chosen: Type.Array(Type.String()) })),
  mayChoose: Type.Boolean(),
});
export type Languages = Static<typeof Languages>;

const Vouched = Type.Union([Type.Object({ by: Type.String(), on: Type.String() }), Type.Null()]);

/** One text beside its sources; of a reading page its title stands for it. */
export const LanguageText = Type.Object({
  id: Type.String(),
  english: Type.String(),
  kiswahili: Type.String(),
  /** Null where there is none of its own, and Kiswahili is shown. */
  own: Type.Union([Type.String(), Type.Null()]),
  coverage: oneOf(coverages),
  /** Carries danger if it is wrong: reviewed and recorded first. */
  dangerous: Type.Boolean(),
  reviewed: Vouched,
  recorded: Vouched,
});
export type LanguageText = Static<typeof LanguageText>;

export const LanguageTexts = Type.Object({
  code: Type.String(),
  name: Type.String(),
  texts: Type.Array(LanguageText),
});
export type LanguageTexts = Static<typeof LanguageTexts>;

export const LanguageChoiceBody = Type.Object(
  { languages: Type.Array(oneOf(languages), { maxItems: 20 }) },
  { additionalProperties: false },
);
