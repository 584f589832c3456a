import Type, { type Static } from 'typebox';

/** One rule as the kiosk and the panel show it: the law's own words, or that they are not entered. */
export const LawRule = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  part: Type.String(),
  partTitle: Type.String(),
  heading: Type.String(),
  /** Null: only the heading is known here. */
  body: Type.Union([Type.String(), Type.Null()]),
  state: Type.Enum(['in-force', 'repealed', 'overtaken']),
  /** Locale key of the reason in law.json, said before the words; null when in force. */
  reason: Type.Union([Type.String(), Type.Null()]),
});
export type LawRule = Static<typeof LawRule>;

export const Law = Type.Object({
  title: Type.Union([Type.String(), Type.Null()]),
  notice: Type.Union([Type.String(), Type.Null()]),
  /** Changes with every import; kiosks fetch again when it differs. */
  version: Type.String(),
  rules: Type.Array(LawRule),
});
export type Law = Static<typeof Law>;
