import type { SentenceEntryBody } from '../../../shared/sentence/entry.ts';
import { handle, present } from '../../http/operation.ts';
import { addSentenceLine } from '../../queries/sentence.ts';
import { momentIn, ownerFor } from './owner.ts';

export const addLine = handle(
  'POST /api/prisoners/:id/sentence/lines',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    // The schema is a union over the kinds; its static type is looser than what it lets through.
    const line = body as SentenceEntryBody;
    return { id: await addSentenceLine(context.database, owner, staff, line, moment) };
  },
);
