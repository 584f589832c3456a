import { inPublic } from '../store/databases.ts';
import { writeKept } from '../store/public-database.ts';
import { changeState } from '../store/state.ts';
import { clockIsWrong, rememberServerTime } from './clock.ts';

const keptEveryMs = 15 * 60_000;
const noticed = 60_000;
let kept: { server: number; wall: number } | null = null;

/**
 * Takes the server's time over, keeps it for after a restart and shows whether our own clock is wrong. Kept only
 * four times an hour, or when the clock moved: every write is one that a power cut may fall into.
 */
export async function noteServerTime(instant: string): Promise<void> {
  const contact = rememberServerTime(instant);
  changeState({ clockWrong: clockIsWrong() });
  if (!contact) return;
  const drift = kept && Math.abs(contact.server - contact.wall - (kept.server - kept.wall));
  if (kept && drift !== null && drift < noticed && contact.server - kept.server < keptEveryMs) return;
  await inPublic(database => writeKept(database, 'contact', contact));
  kept = contact;
}
