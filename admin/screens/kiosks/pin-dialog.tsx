import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { t } from '../../i18n/words.ts';
import type { Kiosk } from './kiosks.tsx';

/** The PIN of a kiosk's set-up screen, in two groups that can be read out. */
export function DevicePin({ pin }: { readonly pin: string }) {
  return (
    <p class="p-code-page__code">
      <span class="c-code">
        <span>{pin.slice(0, 3)}</span>
        <span>{pin.slice(3)}</span>
      </span>
    </p>
  );
}

interface PinDialogProps {
  readonly kiosk: Kiosk;
  readonly onClose: () => void;
}

/** A new device PIN, shown once. */
export function PinDialog({ kiosk, onClose }: PinDialogProps) {
  const act = useAct();
  const [pin, setPin] = useState<string | null>(null);
  const make = () =>
    act.run(async () => {
      setPin((await call('POST /api/kiosks/:id/device-pin', { params: { id: kiosk.id } })).devicePin);
    });
  if (pin === null)
    return (
      <Confirm
        title={t('kiosk.pin-new-title', { name: kiosk.name })}
        action={t('kiosk.pin-new')}
        act={act}
        onConfirm={() => void make()}
        onCancel={onClose}
      >
        <p>{t('kiosk.pin-new-note')}</p>
      </Confirm>
    );
  return (
    <Dialog key="pin" toRead title={t('kiosk.pin-title', { name: kiosk.name })} onCancel={null}>
      <DevicePin pin={pin} />
      <p>{t('kiosk.pin-how')}</p>
      <div class="c-buttons c-buttons--end">
        <Button kind="primary" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </Dialog>
  );
}
