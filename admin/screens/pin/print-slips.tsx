import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import type { PinSlip } from '../../../shared/prisoner/pin-schema.ts';
import { call } from '../../api/client.ts';
import { useLeaveGuard } from '../../app/leave-guard.ts';
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

/** Makes the PINs of one batch, at most `slipsAtOnce`: if the answer is lost, so are the PINs in it. */
export function PrintSlips({ people, onMade, onCancel }: PrintProps) {
  const act = useAct();
  useLeaveGuard(act.busy ? t('pin.leave') : null);
  const make = () =>
    void act.run(async () => {
      // A slip is in both languages: none is made that could not be shown whole.
      await Promise.all(languages.map(loadLanguage));
      const pictures = people.filter(({ kind }) => kind === 'pictures').map(({ id }) => id);
      const body = { prisoners: people.map(({ id }) => id), pictures };
      const { slips } = await call('POST /api/pins/print', { body });
      onMade(slips);
    });
  return (
    <Dialog title={t('pin.print', { count: people.length })} onCancel={act.busy ? null : onCancel}>
      <p>{t('pin.once')}</p>
      <p>{t('pin.ready')}</p>
      <DialogEnd act={act} action={t('pin.make')} onCancel={onCancel} onConfirm={make} />
    </Dialog>
  );
}
