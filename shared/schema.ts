import Type from 'typebox';

/** Pieces that every noun's schema is made of. */

/** A UUID of any version, lower case. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

/** An instant, ISO 8601 in UTC with a `Z`. */
export const Instant = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$',
});

/** A day without time or zone, `YYYY-MM-DD`. */
export const PlainDay = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** Base64url of a known length in characters. */
export const Base64Url = (length: number) =>
  Type.String({ minLength: length, maxLength: length, pattern: '^[A-Za-z0-9_-]+$' });

/** Text that a person wrote: not empty, at most `max` UTF-16 units, no control characters but line breaks. */
export const text = (max: number) =>
  Type.String({ minLength: 1, maxLength: max, pattern: '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$' });

/** One of a fixed list of words. Unsafe only in name: TypeBox's own Enum loses the words of a generic list. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });

/** Problem details (RFC 9457) as every route answers them. */
export const ProblemDetails = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  problem: Type.String(),
  detail: Type.Optional(Type.String()),
  retryAfter: Type.Optional(Type.Integer()),
});
