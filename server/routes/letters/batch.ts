import { handle } from '../../http/operation.ts';
import { takeLetters } from '../../intake/letter.ts';

/** Takes the tray of a night. */
export const takeNight = handle('POST /api/letters/batches', ({ context, body }) =>
  takeLetters(context, body),
);
