import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../i18n/words.ts';

interface AskProps {
  readonly onAsked: () => void;
  readonly onCancel: () => void;
}

/** The first of two asks for a new PIN, and says why. */
export function AskReset({ onAsked, onCancel }: AskProps) {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct();
  const ask = () => {
    const body = { number: number.trim(), reason: reason.trim() };
    if (!body.number || !body.reason) {
      setMissing(true);
      return;
    }
    void act
      .run(async () => {
        await call('POST /api/pins/resets', { body });
      })
      .then(was => was && onAsked());
  };
  const wrong = (value: string) => (missing && !value.trim() ? t('common.needed') : null);
  return (
    <Dialog title={t('pin.ask')} onCancel={onCancel}>
      <p>{t('pin.ask-note')}</p>
      <TextField
        label={t('prisoners.number')}
        value={number}
        max={30}
        error={wrong(number)}
        onType={setNumber}
      />
      <TextField
        label={t('pin.reason')}
        hint={t('pin.reason-hint')}
        value={reason}
        max={300}
        error={wrong(reason)}
        onType={setReason}
      />
      <DialogEnd act={act} action={t('pin.ask-send')} onCancel={onCancel} onConfirm={ask} />
    </Dialog>
  );
}
