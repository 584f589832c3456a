import Type, { type Static } from 'typebox';
import { Instant, oneOf } from '../schema.ts';
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

export const LanguageChoiceBody = Type.Object(
  { languages: Type.Array(oneOf(languages), { maxItems: 20 }) },
  { additionalProperties: false },
);
