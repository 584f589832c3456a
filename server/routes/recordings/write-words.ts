import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { writeWords } from '../../queries/recording-words.ts';
import { addressIn } from '../cases/change.ts';

export const writeRecordingWords = handle('POST /api/cases/:number/words', async call => {
  const { database, clock } = call.context;
  const reader = present(call.caller.staff, 'staff');
  await writeWords(database, { reader, address: addressIn(call), at: isoOf(clock.now()) }, call.body);
  return done;
});
