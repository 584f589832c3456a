import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import type { RecordTab } from '../../app/place.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../i18n/words.ts';

interface ReverseProps {
  readonly id: string;
  /** What is undone: which of his records, which line, and its words. */
  readonly noun: Exclude<RecordTab, 'going'>;
  readonly entry: string;
  readonly words: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Undoes a line by a new one; both stay to be read. */
export function ReverseDialog({ id, noun, entry, words, onDone, onCancel }: ReverseProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    void act
      .run(async () => {
        await call(`POST /api/prisoners/:id/${noun}/reversals`, {
          params: { id },
          body: { entry, reason: reason.trim() },
        });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('sentence.reverse-title')} onCancel={onCancel}>
      <p>{words}</p>
      <p class="p-field__hint">{t('sentence.reverse-hint')}</p>
      <TextField
        label={t('sentence.reason')}
        error={tried && reason.trim() === '' ? t('common.needed') : null}
        max={300}
        value={reason}
        onType={setReason}
      />
      <DialogEnd act={act} action={t('sentence.reverse')} danger onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
