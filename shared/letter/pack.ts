import { findAnswer } from './answer.ts';
import { openLetter } from './envelope.ts';
import type { JusticeKeys } from './justice-key.ts';
import type { Phrase } from './kinds.ts';
import { type Readers, readersOf } from './register.ts';
import type { LetterContent, LetterPack, PackContent, RealLetter } from './schema.ts';

/** A letter in a pack that these keys opened. */
export interface OpenedLetter {
  readonly letter: RealLetter;
  readonly receivedOn: string;
  /** What a justice answered already. */
  readonly answered: Phrase | null;
}

export interface OpenedPack {
  readonly prison: LetterPack['prison'];
  readonly content: PackContent;
  /** Whose keys count, by the register in the pack. */
  readonly readers: Readers;
  readonly letters: readonly OpenedLetter[];
}

/** A pack and the letters in it that are for these keys, dummies left out; null if they do not open it. */
export async function openPack(keys: JusticeKeys, pack: LetterPack): Promise<OpenedPack | null> {
  const { prison } = pack;
  const content = (await openLetter(keys.sealing, prison.id, pack.sealed)) as PackContent | null;
  if (!content) return null;
  const letters: OpenedLetter[] = [];
  for (const batch of content.batches)
    for (const sealed of batch.letters) {
      const letter = (await openLetter(keys.sealing, prison.id, sealed)) as LetterContent | null;
      if (!letter || letter.type === 'nothing') continue;
      const answered = await findAnswer(letter.code, prison.id, content.answers);
      letters.push({ letter, receivedOn: batch.receivedOn, answered });
    }
  return { prison, content, readers: await readersOf(content.register, prison.id, null), letters };
}

/** Whether these keys are a justice's by the register of the pack: only then do answers and new keys count. */
export function speaksForJustices({ readers }: OpenedPack, { card }: JusticeKeys): boolean {
  return readers.cards.some(({ kind, signing }) => kind === 'justice' && signing === card.signing);
}
