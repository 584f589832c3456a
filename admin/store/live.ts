import { call } from '../api/client.ts';
import { openEvents } from '../api/events.ts';
import { makeValue } from './value.ts';

export type LiveState = 'opening' | 'live' | 'lost';

/** Whether what is on the screen follows the server by itself. */
export const live = makeValue<LiveState>('opening');

export type Noun = 'submission' | 'kiosk';

interface Listener {
  readonly noun: Noun;
  readonly hear: () => void;
}

const listeners = new Set<Listener>();

/** Told whenever something of a noun changed; after an interruption too, because changes may have been missed. */
export function onLive(noun: Noun, hear: () => void): () => void {
  const listener = { noun, hear };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `null`: nobody knows what changed. */
function tell(noun: string | null): void {
  for (const listener of [...listeners]) if (noun === null || listener.noun === noun) listener.hear();
}

let early = false;

/** Something was read before the stream of events opened: what changed in between is asked for once it has. */
export function readBeforeLive(): void {
  early = true;
}

/** Starts listening for whoever is signed in; returns what stops it. */
export function startLive(): () => void {
  live.set('opening');
  const stop = openEvents({
    onChange: tell,
    onState(open) {
      const missed = open && (early || live.get() === 'lost');
      if (open) early = false;
      live.set(open ? 'live' : 'lost');
      if (missed) tell(null);
    },
    // If the session is over, the refusal of this leads to the sign-in page.
    onRefused: () => void call('GET /api/staff/me').catch(() => undefined),
  });
  return () => {
    stop();
    live.set('opening');
  };
}
