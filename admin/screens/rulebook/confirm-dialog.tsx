import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../i18n/words.ts';
import { keyWords } from './rule-words.ts';
import type { RuleRow } from './rulebook.tsx';
import { ValueView } from './value-view.tsx';

interface ConfirmProps {
  readonly row: RuleRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The officer in charge reports by which paper a value was confirmed to him. */
export function ConfirmDialog({ row, onDone, onCancel }: ConfirmProps) {
  const [paper, setPaper] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const send = () => {
    setTried(true);
    if (paper.trim() === '') return;
    void act
      .run(async () => {
        await call('POST /api/rulebook/confirmations', { body: { key: row.key, paper: paper.trim() } });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('rule.confirm')} onCancel={onCancel}>
      <div>
        {keyWords(row.key)}: <ValueView unit={row.unit} value={row.value} />
      </div>
      <TextField
        label={t('rule.paper')}
        hint={t('rule.paper-hint')}
        error={tried && paper.trim() === '' ? t('common.needed') : null}
        max={120}
        value={paper}
        onType={setPaper}
      />
      <DialogEnd act={act} action={t('rule.confirm')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
