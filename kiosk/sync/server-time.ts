import { writePublic } from '../store/databases.ts';
import { writeKept } from '../store/public-database.ts';
import { changeState } from '../store/state.ts';
import { clockIsWrong, rememberServerTime } from './clock.ts';

/** Takes the server's time over, keeps it for after a restart and shows whether our own clock is wrong. */
export async function noteServerTime(instant: string): Promise<void> {
  const contact = rememberServerTime(instant);
  changeState({ clockWrong: clockIsWrong() });
  if (contact) await writePublic(database => writeKept(database, 'contact', contact));
}
