import type { ReplyOf } from '../../shared/api.ts';
import { call } from '../api/client.ts';
import { makeValue } from './value.ts';

type TimeState = ReplyOf<'GET /api/time'>;

/** What the server says of its time; null until it was asked. */
export const time = makeValue<TimeState | null>(null);

/** Server's clock less this machine's, in milliseconds: days are counted by the server's. */
let offset = 0;

function keep(state: TimeState): void {
  offset = Temporal.Instant.from(state.now).epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
  time.set(state);
}

/** Asks the server for its time. Throws what `call` throws. */
export async function readTime(signal?: AbortSignal): Promise<TimeState> {
  const state = await call('GET /api/time', signal ? { signal } : {});
  keep(state);
  return state;
}

/** The same in the background: a failure leaves what was known, and the page says by itself that it is offline. */
export async function refreshTime(): Promise<void> {
  try {
    await readTime();
  } catch {
    // Asked again in some minutes.
  }
}

/** Says that the server's time is right: one of the two confirmations. Throws what `call` throws. */
export async function confirmTime(): Promise<void> {
  keep(await call('POST /api/time/confirm'));
}

/** The instant by the server's clock, as far as it is known here. */
export function serverNow(): Temporal.Instant {
  return Temporal.Now.instant().add({ milliseconds: offset });
}
