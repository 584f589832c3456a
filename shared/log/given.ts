import type { Seen } from './export-heads.ts';

/** Reads a line of the minute book: the size, then twenty symbols, with or without spaces. Null if it is none. */
export function readMinute(line: string): Seen['minutes'][number] | null {
  const [, size, short = ''] = /^\s*([0-9]{1,15})\s+([0-9A-Za-z -]+)$/.exec(line) ?? [];
  const symbols = short.replace(/[ -]/g, '').toUpperCase();
  return size !== undefined && symbols.length === 20 ? { size: Number(size), short: symbols } : null;
}
