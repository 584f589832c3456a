import { type PinKind, pinKinds } from '../../../shared/prisoner/pin-pictures.ts';
import { Picture } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';
import { pinWords } from './pin-words.ts';

const signs: Readonly<Record<PinKind, readonly string[]>> = {
  digits: ['pin-digits'],
  pictures: ['pin-sun', 'pin-fish', 'pin-cup'],
};

/** What his PIN is made of: two keys, each with a sign that needs no reading. */
export function PinKinds({ kind, onKind }: { kind: PinKind; onKind: (kind: PinKind) => void }) {
  const { say } = useWords();
  return (
    <div class="k-pin-kinds">
      {pinKinds.map(own => (
        <button
          key={own}
          type="button"
          class="k-pin-kind"
          aria-pressed={own === kind}
          {...onTap(() => onKind(own))}
        >
          <span class="k-pin-kind__signs">
            {signs[own].map(sign => (
              <Picture key={sign} id={sign} />
            ))}
          </span>
          <span>{say(pinWords[own].name)}</span>
        </button>
      ))}
    </div>
  );
}
