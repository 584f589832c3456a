import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { markDigestRead } from '../../queries/digest.ts';
import { todayFor } from '../cases/today.ts';

export const readDigest = handle('POST /api/digest/read', async ({ context, caller }) => {
  const { database, clock } = context;
  const reader = present(caller.staff, 'staff');
  await markDigestRead(database, reader, await todayFor(context, reader), isoOf(clock.now()));
  return done;
});
