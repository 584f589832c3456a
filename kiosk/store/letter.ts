import { findAnswer, newLetterCode } from '../../shared/letter/answer.ts';
import { sealLetter } from '../../shared/letter/envelope.ts';
import type { Phrase } from '../../shared/letter/kinds.ts';
import { recipientsOf } from '../../shared/letter/register.ts';
import type { RealLetter } from '../../shared/letter/schema.ts';
import { readCode } from '../../shared/submission/code.ts';
import { inPublic } from './databases.ts';
import { layIn, readersHere, todayHere } from './letter-tray.ts';
import { numberOf } from './prisoner.ts';
import { type Kept, readKept } from './public-database.ts';
import { liveState } from './state.ts';
import { StoreUnusable } from './store-trouble.ts';
import type { LetterForm, LetterResult, OfflinePerson, Person } from './types.ts';

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
  const kiosk = await inPublic(database => readKept(database, 'kiosk'));
  const readers = kiosk && (await readersHere(kiosk.prison));
  if (!readers) return { ok: false, problem: 'unexpected' };
  const content = contentOf(letter, writer);
  const recipients = recipientsOf(readers, letter.danger);
  const sealed = await sealLetter(recipients, kiosk.prison, content);
  await layIn(sealed, recipients, kiosk.prison);
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
