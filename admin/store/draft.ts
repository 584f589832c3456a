import { makeValue } from './value.ts';

/**
 * What somebody is typing, by place, in memory only: leaving a page, a conflict or a session that ends must not
 * lose it. It belongs to one person and is dropped when another one signs in.
 */
const drafts = new Map<string, unknown>();

/** A place whose form should be opened for him: a reply that came back is ready to be changed. */
export const placeToOpen = makeValue<string | null>(null);

export function readDraft<T>(place: string): T | null {
  return (drafts.get(place) as T | undefined) ?? null;
}

export function keepDraft<T>(place: string, draft: T): void {
  drafts.set(place, draft);
}

export function dropDraft(place: string): void {
  drafts.delete(place);
}

export function dropDrafts(): void {
  drafts.clear();
  placeToOpen.set(null);
}
