import { types } from 'pg';

type Parse = (text: string) => unknown;

/** SQLite's reader refuses an integer that a number cannot hold; so does this one. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('integer beyond 2^53');
  return value;
}

const parseBytes = types.getTypeParser(17) as Parse;

/** By type id, the values as SQLite gives them. */
const parsers: Readonly<Record<number, Parse>> = {
  16: text => (text === 't' ? 1 : 0), // boolean: what a comparison or EXISTS returns
  17: text => new Uint8Array(parseBytes(text) as Buffer), // bytea, without Buffer's own methods
  20: wholeNumber, // bigint, which count() and sum() of integers return
  1700: Number, // numeric, which avg() and sum() of bigints return
};

const asText: Parse = text => text;
/** date, timestamp, timestamptz, interval, json, jsonb: no column has them, so nothing may rely on their parsing. */
const textual: ReadonlySet<number> = new Set([1082, 1114, 1184, 1186, 114, 3802]);

/** For a client's `types`: rows come out with the same JavaScript values on both engines. */
export const portableTypes = {
  getTypeParser(id: number): Parse {
    if (textual.has(id)) return asText;
    return parsers[id] ?? (types.getTypeParser(id) as Parse);
  },
};
