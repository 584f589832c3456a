import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { getPrison } from '../../queries/prison.ts';
import { actAsWriter } from '../../queries/submission.ts';
import { codeStateOf } from '../submissions/view.ts';
import { findByCode } from './by-code.ts';

/** For nameless ones alone: a named one is settled by its writer, signed in. */
export const settleByCode = handle('POST /api/codes/settle', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const kiosk = present(caller.kiosk, 'kiosk');
  const found = await findByCode(context, kiosk, body.code);
  const prison = await getPrison(database.read, found.row.prison_id);
  if (!found.isBearers) throw new Problem('code-wrong');
  await actAsWriter(database, {
    submissionId: found.row.id,
    prisonId: prison.id,
    prisonerId: null,
    action: body.settled ? 'settle' : 'not-settle',
    at: isoOf(clock.now()),
    reopeningsAllowed: prison.settings.reopeningsAllowed,
  });
  return codeStateOf(await findByCode(context, kiosk, body.code), prison, true);
});
