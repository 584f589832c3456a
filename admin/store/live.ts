import { openEvents, type ServerEvent } from '../api/events.ts';
import { makeValue } from './value.ts';

export type LiveState = 'opening' | 'live' | 'lost';

/** Whether what is on the screen follows the server by itself. */
export const live = makeValue<LiveState>('opening');

const listeners = new Set<(event: ServerEvent) => void>();

/** Told of each event; after an interruption of one made up here, because events may have been missed. */
export function onLive(listener: (event: ServerEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(event: ServerEvent): void {
  for (const listener of [...listeners]) listener(event);
}

/** Starts listening for whoever is signed in; returns what stops it. */
export function startLive(): () => void {
  live.set('opening');
  const stop = openEvents({
    onEvent: tell,
    onState(open) {
      const missed = open && live.get() === 'lost';
      live.set(open ? 'live' : 'lost');
      if (missed) tell({ kind: 'changed', number: null });
    },
  });
  return () => {
    stop();
    live.set('opening');
  };
}
