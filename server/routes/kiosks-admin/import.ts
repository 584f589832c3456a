import type { CarryContent } from '../../../shared/kiosk/carry-schema.ts';
import type { Imported } from '../../../shared/kiosk/schema.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { handle, present } from '../../http/operation.ts';
import { readCarriedItem, readCarryFile } from '../../intake/carry.ts';
import { readCarriedTray, takeLetters } from '../../intake/letter.ts';
import { getKiosk } from '../../queries/kiosk.ts';
import { markImported, noteExports } from '../../queries/kiosk-export.ts';
import { appendRecord } from '../../queries/record.ts';
import { takeSealed } from '../intake/take.ts';

/** So many at a time: they share commits, and leave room for kiosks that send by themselves. */
const together = 100;

type Outcome = 'new' | 'same' | 'conflict' | { readonly refused: string };

/** Refusals that tell of the item; anything else (no room, too busy) ends the import, which can be made again. */
const ofTheItem: ReadonlySet<string> = new Set([
  'malformed',
  'hash-wrong',
  'kiosk-unknown',
  'kiosk-signature-wrong',
  'id-conflict',
]);

async function outcomeOf(take: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof Problem && ofTheItem.has(error.problem)) return { refused: error.problem };
    throw error;
  }
}

async function takeText(context: Context, text: string): Promise<Outcome> {
  const item = readCarriedItem(text);
  if (!item) return { refused: 'malformed' };
  return outcomeOf(async () => (await takeSealed(context, item)).outcome);
}

async function takeAll(context: Context, { items }: CarryContent): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < items.length; from += together)
    outcomes.push(
      ...(await Promise.all(items.slice(from, from + together).map(text => takeText(context, text)))),
    );
  return outcomes;
}

/** A tray that the server had already counts like one that came now: there is one of each night. */
async function takeTrays(context: Context, { trays = [] }: CarryContent): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const text of trays) {
    const batch = readCarriedTray(text);
    const take = async () =>
      batch && (await takeLetters(context, batch)) ? 'new' : { refused: 'malformed' };
    outcomes.push(await outcomeOf(take));
  }
  return outcomes;
}

function countsOf(outcomes: readonly Outcome[]): Pick<Imported, 'new' | 'known' | 'conflicting' | 'refused'> {
  const count = (wanted: Outcome) => outcomes.filter(outcome => outcome === wanted).length;
  const refused = Map.groupBy(
    outcomes.flatMap(outcome => (typeof outcome === 'string' ? [] : outcome.refused)),
    problem => problem,
  );
  return {
    new: count('new'),
    known: count('same'),
    conflicting: count('conflict'),
    refused: [...refused].map(([problem, { length }]) => ({ problem, count: length })),
  };
}

/**
 * Takes in a queue that was carried on a stick. The file is looked through whole before anything is taken; then
 * each item goes the way of one that a kiosk sent, so that the same file again changes nothing.
 */
export const importCarried = handle('POST /api/kiosks/imports', async ({ context, caller, body }) => {
  const { id: by, prisonId } = present(caller.staff, 'staff');
  const { file, content } = await readCarryFile(context, prisonId, body.file);
  const kiosk = (await getKiosk(context.database.read, file.kiosk)) as KioskRow;
  const items = await takeAll(context, content);
  const trays = await takeTrays(context, content);
  const nights = trays.filter(outcome => outcome === 'new').length;
  const refused = trays.filter(outcome => outcome !== 'new');
  const counts = { ...countsOf([...items, ...refused]), nights };
  // What a file without a signature says of other exports is nobody's word.
  const exports = file.signature === null ? [] : content.exports;
  await keep(context, kiosk, { by, id: file.export, exports, counts });
  context.wake();
  context.database.announce({ noun: 'kiosk', prisonId: kiosk.prison_id, ids: [kiosk.id] });
  return { kiosk: kiosk.name, madeAt: file.madeAt, revoked: kiosk.revoked_at !== null, ...counts };
});

interface Done {
  readonly by: string;
  readonly id: string;
  readonly exports: CarryContent['exports'];
  readonly counts: ReturnType<typeof countsOf> & Pick<Imported, 'nights'>;
}

async function keep({ database, clock }: Context, kiosk: KioskRow, done: Done): Promise<void> {
  const at = isoOf(clock.now());
  const { id: kioskId, prison_id: prisonId } = kiosk;
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    await noteExports(tx, { prisonId, kioskId, at: isoOf(clock.system()) }, done.exports);
    await markImported(tx, done.id, { by: done.by, at });
    const { new: fresh, known, conflicting, refused, nights } = done.counts;
    const content = {
      action: 'imported',
      kiosk: kioskId,
      export: done.id,
      new: fresh,
      known,
      conflicting,
      refused,
      nights,
    };
    await appendRecord(tx, { prisonId, kind: 'kiosk', at, actorId: done.by, content });
  });
}
