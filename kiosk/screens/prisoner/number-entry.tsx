import { go } from '../../app/navigator.ts';
import type { Purpose } from '../../app/places.ts';
import { useWords } from '../../i18n/words.ts';
import { NumberPad } from './number-pad.tsx';

/** Who signs in. A card says who it belongs to, not who holds it: the PIN is asked as always. */
export function NumberEntry({ purpose }: { purpose: Purpose }) {
  const { say } = useWords();
  return (
    <NumberPad
      title={say('signIn.numberTitle')}
      lead={(example, hasReader) => say(hasReader ? 'signIn.exampleCard' : 'signIn.example', { example })}
      onNumber={number => go({ at: 'pin', purpose, number })}
    />
  );
}
