import { pinLengths } from '../../../shared/prisoner/pin.ts';
import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import { useWords } from '../../i18n/words.ts';
import { pinWords } from './pin-words.ts';

/** How many digits or pictures were given; never which. */
export function PinDots({ kind, filled }: { kind: PinKind; filled: number }) {
  const { say } = useWords();
  const of = pinLengths[kind];
  return (
    <output class="k-pin" aria-label={say(pinWords[kind].soFar, { count: filled })}>
      {Array.from({ length: of }, (_, at) => (
        <span key={String(at)} class="k-pin__dot" data-filled={at < filled || undefined} />
      ))}
    </output>
  );
}
