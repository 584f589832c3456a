import { useState } from 'preact/hooks';
import type { SentenceLineRow } from '../../../shared/prisoner/register.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../i18n/words.ts';
import { lineWords } from './sentence-words.ts';

interface ReverseProps {
  readonly id: string;
  readonly line: SentenceLineRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Undoes a line by a new one; both stay to be read. */
export function ReverseDialog({ id, line, onDone, onCancel }: ReverseProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    void act
      .run(async () => {
        await call('POST /api/prisoners/:id/sentence/reversals', {
          params: { id },
          body: { entry: line.id, reason: reason.trim() },
        });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('sentence.reverse-title')} onCancel={onCancel}>
      <p>{lineWords(line)}</p>
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
