import Type, { type Static } from 'typebox';
import { Id, Instant } from '../schema.ts';

const strict = { additionalProperties: false } as const;
export const mostForms = 200;

export const PaperBody = Type.Object({ count: Type.Integer({ minimum: 4, maximum: mostForms }) }, strict);

/** One form: its number in the prison's series, and the code on its counterfoil. */
export const PaperForm = Type.Object({ number: Type.Integer({ minimum: 1 }), code: Type.String() });
export type PaperForm = Static<typeof PaperForm>;

/** A block of forms, with its codes: given this once, to be printed. */
export const PaperBlock = Type.Object({ id: Id, printedAt: Instant, forms: Type.Array(PaperForm) });
export type PaperBlock = Static<typeof PaperBlock>;

/** A block as it is listed: its range, never its codes. */
export const PaperRow = Type.Object({
  id: Id,
  first: Type.Integer(),
  last: Type.Integer(),
  printedAt: Instant,
  printedBy: Type.String(),
  /** Numbers of it that came back and were entered. */
  entered: Type.Integer(),
  /** Numbers below the highest entered one that were not: asked for one by one. At most a hundred. */
  missing: Type.Array(Type.Integer()),
});
export type PaperRow = Static<typeof PaperRow>;
