import { useState } from 'preact/hooks';
import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import { type PinSlip, slipsAtOnce } from '../../../shared/prisoner/pin-schema.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { languages, loadLanguage, t } from '../../i18n/words.ts';

/** Somebody whose slip is to be printed. */
export interface ToPrint {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly kind: PinKind;
}

interface PrintProps {
  readonly people: readonly ToPrint[];
  readonly onMade: (slips: readonly PinSlip[]) => void;
  readonly onCancel: () => void;
}

/** Makes the PINs, a few at a time since each is slow on purpose; what was made is printed, also if the rest fails. */
export function PrintSlips({ people, onMade, onCancel }: PrintProps) {
  const [made, setMade] = useState<readonly PinSlip[]>([]);
  const act = useAct();
  const make = () =>
    void act.run(async () => {
      // A slip is in both languages: none is made that could not be shown whole.
      await Promise.all(languages.map(loadLanguage));
      let slips = made;
      while (slips.length < people.length) {
        const next = people.slice(slips.length, slips.length + slipsAtOnce);
        const prisoners = next.map(({ id }) => id);
        const pictures = next.filter(({ kind }) => kind === 'pictures').map(({ id }) => id);
        slips = [...slips, ...(await call('POST /api/pins/print', { body: { prisoners, pictures } })).slips];
        setMade(slips);
      }
      onMade(slips);
    });
  return (
    <Dialog title={t('pin.print', { count: people.length })} onCancel={made.length > 0 ? null : onCancel}>
      <p>{t('pin.once')}</p>
      <p>{t('pin.ready')}</p>
      {made.length > 0 ? (
        <p role="status">{t('pin.progress', { made: made.length, all: people.length })}</p>
      ) : null}
      <DialogEnd
        act={act}
        action={t('pin.make')}
        onCancel={made.length > 0 ? () => onMade(made) : onCancel}
        onConfirm={make}
      />
    </Dialog>
  );
}
