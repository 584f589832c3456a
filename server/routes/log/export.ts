import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { beginExport, continueExport, type ExportPlace, recordExport } from '../../queries/log-export.ts';
import { onePrisonOf } from './scope.ts';

/** A place as it travels; its form is checked by the contract. */
function readPlace(text: string): ExportPlace {
  const [part, size, contents, after = ''] = text.split('.');
  return {
    part: part === 'entry' ? 'entry' : 'event',
    size: Number(size),
    contents: Number(contents),
    after,
  };
}

const writePlace = ({ part, size, contents, after }: ExportPlace): string =>
  [part, size, contents, after].join('.');

export const exportLog = handle('GET /api/logs/export', async ({ context, caller, query }) => {
  const { database, keys, clock } = context;
  const reader = present(caller.staff, 'staff');
  const prisonId = await onePrisonOf(database.read, reader, query.prison);
  const at = isoOf(clock.now());
  // Every part: where it goes on is said by whoever asks, and nobody takes a piece unseen.
  await recordExport(database, { prisonId, staffId: reader.id, at });
  const made =
    query.part === undefined
      ? await beginExport(database.read, keys, prisonId, at)
      : await continueExport({ db: database.read, reader, prisonId }, readPlace(query.part));
  if (!made) throw new Problem('not-found');
  return { lines: made.lines, next: made.next && writePlace(made.next) };
});
