import { pinLengths } from '../../../shared/prisoner/pin.ts';
import {
  type PinKind,
  type PinPicture,
  pictureKeys,
  pictureOf,
} from '../../../shared/prisoner/pin-pictures.ts';
import { digitKeys, Keypad, type PictureFace } from '../../components/keypad.tsx';
import { useWords } from '../../i18n/words.ts';

interface PinPadProps {
  readonly kind: PinKind;
  readonly pin: string;
  readonly canEnter: boolean;
  /** What its last key says; OK if nothing else. */
  readonly enterLabel?: string;
  readonly onPin: (next: (pin: string) => string) => void;
  readonly onEnter: () => void;
}

/** The pad of a PIN, masked: digits, or pictures of the same size that always stand in the same places. */
export function PinPad({ kind, pin, canEnter, enterLabel, onPin, onEnter }: PinPadProps) {
  const { say } = useWords();
  const pictures = kind === 'pictures';
  const length = pinLengths[kind];
  return (
    <Keypad
      keys={pictures ? pictureKeys : digitKeys}
      {...(pictures ? { faceOf: key => pictureFace(key, name => say(`pinPicture.${name}`)) } : {})}
      masked
      enterLabel={enterLabel ?? say('signIn.ok')}
      canEnter={canEnter && pin.length === length}
      onKey={key => onPin(before => (before + key).slice(0, length))}
      onErase={() => onPin(before => before.slice(0, -1))}
      onEnter={onEnter}
    />
  );
}

function pictureFace(key: string, nameOf: (picture: PinPicture) => string): PictureFace {
  const picture = pictureOf(key);
  return { picture: `pin-${picture}`, name: nameOf(picture) };
}
