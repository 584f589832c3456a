import { fromBase64Url } from '../../../shared/crypto/bytes.ts';
import { verifyEd25519 } from '../../../shared/crypto/ed25519.ts';
import { answerSheetBytes } from '../../../shared/letter/answer.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { enterSheet, isAJustices } from '../../queries/letter.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

/** Takes the answers of a justice of this prison, and of nobody else, whoever carries them. */
export const enterAnswers = handle('POST /api/letters/answers', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  const { by, signature, prison } = body;
  const genuine = await verifyEd25519(fromBase64Url(by), fromBase64Url(signature), answerSheetBytes(body));
  if (prison !== prisonId || !genuine || !(await isAJustices(context.database.read, prisonId, body)))
    throw new Problem('letter-sheet-refused');
  await enterSheet(context.database, body, { prisonId, by: staff.id, at: isoOf(context.clock.now()) });
  return done;
});
