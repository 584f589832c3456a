import Type, { type Static, type TObject } from 'typebox';
import { text } from '../schema.ts';

/**
 * What the lines of a record have in common, whatever they are about: they are added and never changed, each says
 * why, and a mistake is answered by a line that reverses it.
 */
type Contents = Readonly<Record<string, TObject>>;

/** One line: its kind and what a line of that kind holds. */
export type LineOf<C extends Contents> = {
  [K in keyof C & string]: { readonly kind: K; readonly content: Static<C[K]> };
}[keyof C & string];

/** A line as it stands in the record. */
export type EntryOf<L> = L & {
  readonly id: string;
  readonly position: number;
  /** The day that it is about, `YYYY-MM-DD`. */
  readonly onDay: string;
  readonly reason: string;
  /** When it was entered, ISO. */
  readonly at: string;
};

export const strict = { additionalProperties: false } as const;

export const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export function kindsOf<C extends Contents>(contents: C): readonly (keyof C & string)[] {
  return Object.keys(contents);
}

/** A new line as it is sent. Typed by hand: the union is made from a list, of which TypeScript keeps no types. */
export function bodyOf<C extends Contents>(contents: C) {
  return Type.Unsafe<LineOf<C> & { readonly reason: string }>(
    Type.Union(
      Object.entries(contents).map(([kind, content]) =>
        Type.Object({ kind: Type.Literal(kind), reason: text(300), content }, strict),
      ),
    ),
  );
}

/** The lines of one kind, in their order. */
export function linesOfKind<E extends { readonly kind: string }, K extends E['kind']>(
  entries: readonly E[],
  kind: K,
): readonly Extract<E, { kind: K }>[] {
  return entries.filter((entry): entry is Extract<E, { kind: K }> => entry.kind === kind);
}

/** Whether a text is a day that the calendar has, `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
  } catch {
    return false;
  }
}
