import { type PinKind, pinKinds } from '../../../shared/prisoner/pin-pictures.ts';
import { t } from '../../i18n/words.ts';

interface KindProps {
  /** Whose PIN it is about, for who does not see the row. */
  readonly name: string;
  readonly kind: PinKind;
  readonly onKind: (kind: PinKind) => void;
}

/** What a slip is to hold: digits, or pictures for who does not read digits. */
export function KindChoice({ name, kind, onKind }: KindProps) {
  return (
    <select
      class="p-input p-input--short"
      aria-label={t('pin.made-of', { name })}
      value={kind}
      onChange={({ currentTarget }) => onKind(pinKinds.find(one => one === currentTarget.value) ?? kind)}
    >
      {pinKinds.map(one => (
        <option key={one} value={one}>
          {t(`pin.made.${one}`)}
        </option>
      ))}
    </select>
  );
}
