import { useEffect, useState } from 'preact/hooks';
import { phraseOf } from '../../../shared/letter/phrase.ts';
import { type Readers, readersOf } from '../../../shared/letter/register.ts';
import type { KeyStatement, LetterStanding } from '../../../shared/letter/schema.ts';

/** Whose keys count, worked out here from the signed lines, each with its six words. */
export interface KnownReaders extends Readers {
  readonly phrases: ReadonlyMap<string, string>;
}

/** Whose keys count; null until they are worked out, which is slow on purpose. */
export function useReaders({ prison, register }: LetterStanding): KnownReaders | null {
  const [known, setKnown] = useState<KnownReaders | null>(null);
  useEffect(() => {
    let here = true;
    const workOut = async () => {
      const readers = await readersOf(register, prison.id, null);
      const phrases = readers.cards.map(async ({ signing }) => [signing, await phraseOf(signing)] as const);
      const made = { ...readers, phrases: new Map(await Promise.all(phrases)) };
      if (here) setKnown(made);
    };
    void workOut();
    return () => {
      here = false;
    };
  }, [prison.id, register.length]);
  return known;
}

/** The name under which the register knows a signing key; null for a stranger's. */
export function nameOf(register: readonly KeyStatement[], signing: string): string | null {
  return register.find(({ card }) => card.signing === signing)?.card.name ?? null;
}
