const time = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';
const pattern = new RegExp(`^(${time})-(${time})$`);

/** From when to when the wings are open, out of `06:30-17:00`; null if it is no such span of one day. */
export function readOpenHours(text: string): { readonly from: string; readonly to: string } | null {
  const [, from, to] = pattern.exec(text) ?? [];
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

/** Whether the wings are open at a time of the day, `HH:MM`; hours that nobody entered close nothing. */
export function isOpenAt(hours: unknown, clock: string): boolean {
  const span = typeof hours === 'string' ? readOpenHours(hours) : null;
  return span === null || (span.from <= clock && clock < span.to);
}
