import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { getPrison } from '../../queries/prison.ts';
import { actAsWriter } from '../../queries/submission.ts';
import { codeStateOf } from '../submissions/view.ts';
import { findByCode } from './by-code.ts';

/** A nameless reply that is looked up is delivered: nobody else holds the code. */
export const lookUp = handle('POST /api/codes', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const kiosk = present(caller.kiosk, 'kiosk');
  const found = await findByCode(context, kiosk, body.code);
  const prison = await getPrison(database.read, found.row.prison_id);
  if (!found.isBearers || found.row.state !== 'answered') return codeStateOf(found, prison, found.isBearers);
  await actAsWriter(database, {
    submissionId: found.row.id,
    prisonId: prison.id,
    prisonerId: null,
    action: 'open-reply',
    at: isoOf(clock.now()),
    reopeningsAllowed: prison.settings.reopeningsAllowed,
  });
  return codeStateOf(await findByCode(context, kiosk, body.code), prison, true);
});
