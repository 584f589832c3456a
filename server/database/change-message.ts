import type { Change, News } from './changes.ts';

/** PostgreSQL refuses a notification of 8000 bytes or more. */
const bytesAllowed = 7900;

interface Message {
  /** Which process sent it: it has already told its own listeners. */
  readonly from: string;
  /** Null: some of what happened could not be told. */
  readonly change: Change | null;
}

function encode(message: Message): string {
  return JSON.stringify(message);
}

/** One payload, or several if the ids are too many for one. */
export function encodeChange(from: string, change: Change): string[] {
  const payload = encode({ from, change });
  if (new TextEncoder().encode(payload).length <= bytesAllowed) return [payload];
  // A single id too long for a notification is no id: those who listen then fetch everything.
  if (change.ids.length < 2) return [encodeMissed(from)];
  const half = Math.ceil(change.ids.length / 2);
  return [change.ids.slice(0, half), change.ids.slice(half)].flatMap(ids =>
    encodeChange(from, { ...change, ids }),
  );
}

export function encodeMissed(from: string): string {
  return encode({ from, change: null });
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const { noun, prisonId, ids } = value as Partial<Record<keyof Change, unknown>>;
  const isText = (id: unknown) => typeof id === 'string';
  return isText(noun) && isText(prisonId) && Array.isArray(ids) && ids.every(isText);
}

/** The news in a payload; null if `self` sent it. What cannot be read (a newer program's) counts as missed. */
export function decodeNews(self: string, payload: string): News | null {
  try {
    const { from, change } = JSON.parse(payload) as Partial<Record<keyof Message, unknown>>;
    if (from === self) return null;
    return isChange(change) ? { kind: 'changed', change } : { kind: 'missed' };
  } catch {
    return { kind: 'missed' };
  }
}
