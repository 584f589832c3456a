import { findAnswer, newLetterCode } from '../../shared/letter/answer.ts';
import { sealDummy, sealLetter } from '../../shared/letter/envelope.ts';
import type { Phrase } from '../../shared/letter/kinds.ts';
import { readersOf, recipientsOf } from '../../shared/letter/register.ts';
import type { RealLetter } from '../../shared/letter/schema.ts';
import { newTray, slotsOfTray, withLetter } from '../../shared/letter/tray.ts';
import { readCode } from '../../shared/submission/code.ts';
import { bestTime } from '../sync/clock.ts';
import { inPublic } from './databases.ts';
import { inLetters, type KeptTray } from './letter-database.ts';
import { numberOf } from './prisoner.ts';
import { type Kept, readKept } from './public-database.ts';
import { liveState } from './state.ts';
import { StoreUnusable } from './store-trouble.ts';
import type { LetterForm, LetterResult, OfflinePerson, Person } from './types.ts';

/** Kiosks write one after the other on one machine. */
export const letterLock = 'sauti-letters';

/** A number from 0 up to 1 that nobody can foresee. */
const lot = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** Today in the prison, by the best known time. */
export function todayHere(): string {
  const zone = liveState().get().settings?.prison.zone ?? 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(bestTime()))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

async function freshTray(recipients: readonly string[], prison: string): Promise<KeptTray> {
  const dummies = Array.from({ length: slotsOfTray }, () => sealDummy(recipients, prison));
  return { ...newTray(await Promise.all(dummies), lot), begunOn: todayHere() };
}

/** Keeps a tray here at all times, begun before anybody writes. */
export async function keepATray(recipients: readonly string[], prison: string): Promise<void> {
  if ((await inLetters(database => database.trays.count())) > 0) return;
  const tray = await freshTray(recipients, prison);
  await inLetters(database =>
    database.transaction('rw', database.trays, async () => {
      if ((await database.trays.count()) === 0) await database.trays.add(tray);
    }),
  );
}

/** Lays a letter into the first tray with a free place; a tray more is begun if all are full. */
async function layIn(letter: string, recipients: readonly string[], prison: string): Promise<void> {
  const spare = await freshTray(recipients, prison);
  await inLetters(database =>
    database.transaction('rw', database.trays, async () => {
      const trays = await database.trays.orderBy('order').toArray();
      const found = trays.flatMap(tray => {
        const laid = withLetter(tray, letter, lot);
        return laid ? [{ ...tray, ...laid }] : [];
      });
      const changed = found[0] ?? { ...spare, ...withLetter(spare, letter, lot) };
      await database.trays.put(changed);
    }),
  );
  const kept = await inLetters(database => database.trays.toArray());
  if (!kept.some(tray => tray.letters.includes(letter)))
    throw new StoreUnusable('database-closed', new Error('the letter does not read back'));
}

function contentOf({ form, danger, language }: LetterForm, who: ReturnType<typeof numberOf>): RealLetter {
  const matter = form && {
    kind: form.kind,
    problem: form.problem,
    when: form.when,
    many: form.many,
    aboutOfficer: form.aboutOfficer,
  };
  return {
    version: 1,
    type: form ? 'letter' : 'see',
    code: newLetterCode(),
    number: who?.number ?? null,
    checked: who?.checked ?? false,
    matter,
    text: form?.text ?? null,
    danger,
    language,
    wing: liveState().get().settings?.wing.name ?? '',
    writtenOn: todayHere(),
  };
}

async function keep(letter: LetterForm, who: Person | OfflinePerson | 'nameless'): Promise<LetterResult> {
  const writer = numberOf(who);
  if (who !== 'nameless' && !writer) return { ok: false, problem: 'signed-out' };
  const [kept, kiosk] = await inPublic(async database =>
    Promise.all([readKept(database, 'letters'), readKept(database, 'kiosk')]),
  );
  if (!kept?.here || !kiosk) return { ok: false, problem: 'unexpected' };
  const readers = await readersOf(kept.desk.register, kiosk.prison, kept.anchor);
  const content = contentOf(letter, writer);
  const recipients = recipientsOf(readers, letter.danger);
  const sealed = await sealLetter(recipients, kiosk.prison, content);
  await navigator.locks.request(letterLock, () => layIn(sealed, recipients, kiosk.prison));
  return { ok: true, code: content.code };
}

const sending = new Map<string, Promise<LetterResult>>();

/**
 * Seals a letter and lays it in the night's tray: when this says ok, it stands in a completed strict transaction and
 * was read back. Nothing else is written, and nothing says later that it is no dummy. The same form again gets the
 * same code while it is being sent. Never throws.
 */
export function sendLetter(
  letter: LetterForm,
  who: Person | OfflinePerson | 'nameless',
): Promise<LetterResult> {
  const already = sending.get(letter.id);
  if (already) return already;
  const result = keep(letter, who)
    .catch(
      (error: unknown): LetterResult => ({
        ok: false,
        problem: error instanceof StoreUnusable ? error.trouble : 'unexpected',
      }),
    )
    .finally(() => sending.delete(letter.id));
  sending.set(letter.id, result);
  return result;
}

/** The justice's answer under a code, among all answers that lie here: nobody is asked. */
export async function findLetterAnswer(typed: string): Promise<Phrase | null> {
  const code = readCode(typed);
  const kept: Kept['letters'] | null = await inPublic(database => readKept(database, 'letters'));
  const prison = (await inPublic(database => readKept(database, 'kiosk')))?.prison;
  return code && kept && prison ? findAnswer(code, prison, kept.desk.answers) : null;
}
