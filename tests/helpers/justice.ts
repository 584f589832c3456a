import { randomUUID } from 'node:crypto';
import { signSheet } from '../../shared/letter/answer.ts';
import { batchBytes, lettersDigest } from '../../shared/letter/batch.ts';
import { sealDummy } from '../../shared/letter/envelope.ts';
import { type JusticeKeys, keysOfSeed } from '../../shared/letter/justice-key.ts';
import type {
  AnswerSheet,
  KeyCard,
  LetterAnswer,
  LetterBatch,
  RealLetter,
} from '../../shared/letter/schema.ts';
import { slotsOfTray } from '../../shared/letter/tray.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** A justice outside a browser: real keys of a seed of their own. */
export function makeJustice(name: string, kind: KeyCard['kind'] = 'justice'): Promise<JusticeKeys> {
  return keysOfSeed(crypto.getRandomValues(new Uint8Array(32)), { name, kind });
}

/** Answers as a justice's reader signs them. */
export function makeSheet(
  by: JusticeKeys,
  prison: string,
  answers: readonly LetterAnswer[],
): Promise<AnswerSheet> {
  const madeAt = '2026-03-05T08:00:00Z';
  return signSheet(by, { prison, id: randomUUID(), answers: [...answers], nextVisit: '2026-04-07', madeAt });
}

/** A kiosk's tray of a night: these letters and dummies for nobody in particular. */
export async function makeBatch(
  kiosk: TestKiosk,
  night: number,
  letters: readonly string[] = [],
): Promise<LetterBatch> {
  const nobody = (await makeJustice('Nobody')).card.sealing;
  const dummies = Array.from({ length: slotsOfTray - letters.length }, () => sealDummy([nobody], 'p'));
  const tray = [...letters, ...(await Promise.all(dummies))];
  const id = randomUUID();
  const digest = await lettersDigest(tray);
  const statement = { version: 1 as const, id, kiosk: kiosk.id, night, letters: digest };
  const signature = await kiosk.sign(new TextDecoder().decode(batchBytes(statement)));
  return { statement, signature, letters: tray };
}

/** A letter as somebody without a name writes it. */
export function aLetter(code: string, more: Partial<RealLetter> = {}): RealLetter {
  return {
    version: 1,
    type: 'letter',
    code,
    number: null,
    checked: false,
    matter: null,
    text: 'They took my mattress because I complained.',
    danger: false,
    language: 'en',
    wing: 'A',
    writtenOn: '2026-03-02',
    ...more,
  };
}
