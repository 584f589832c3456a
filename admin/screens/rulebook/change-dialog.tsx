import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { TextField } from '../../components/text-field.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import { keyWords, typedOf, valueFrom } from './rule-words.ts';
import type { RuleRow } from './rulebook.tsx';
import { ValueField } from './value-field.tsx';
import { ValueView } from './value-view.tsx';

interface ChangeProps {
  readonly row: RuleRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Proposes a value with its source and first day; a second person decides. */
export function ChangeDialog({ row, onDone, onCancel }: ChangeProps) {
  const [typed, setTyped] = useState(typedOf(row.value));
  const [draft, setDraft] = useState({ source: '', paper: '', reason: '' });
  const [validFrom, setValidFrom] = useState<string | null>(todayInPrison());
  const [tried, setTried] = useState(false);
  const act = useAct();
  const value = valueFrom(row.unit, typed);
  const missing = (text: string) => (tried && text.trim() === '' ? t('common.needed') : null);
  const field = (name: keyof typeof draft, max: number, error: string | null = null) => (
    <TextField
      label={t(`rule.${name}`)}
      {...(name === 'paper' ? { hint: t('rule.paper-law') } : {})}
      error={error}
      max={max}
      value={draft[name]}
      onType={typed => setDraft({ ...draft, [name]: typed })}
    />
  );
  const send = () => {
    setTried(true);
    const { source, reason } = draft;
    const paper = draft.paper.trim() || null;
    if (value === undefined || !validFrom || !source.trim() || !reason.trim()) return;
    void act
      .run(async () => {
        await call('POST /api/rulebook/changes', {
          body: {
            key: row.key,
            value,
            source: source.trim(),
            confirmed: paper !== null && value !== null,
            paper,
            validFrom,
            reason: reason.trim(),
          },
        });
        say({ kind: 'done', words: t('rule.proposed') });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={keyWords(row.key)} onCancel={onCancel}>
      <div>
        {t('rule.now-is')} <ValueView unit={row.unit} value={row.value} />
      </div>
      <ValueField unit={row.unit} isWrong={tried && value === undefined} typed={typed} onType={setTyped} />
      <DateField
        label={t('rule.valid-from')}
        error={tried && !validFrom ? t('common.needed') : null}
        value={validFrom}
        onChange={setValidFrom}
      />
      {field('source', 200, missing(draft.source))}
      {field('paper', 120)}
      {field('reason', 500, missing(draft.reason))}
      <p class="p-field__hint">{t('rule.second-person')}</p>
      <DialogEnd act={act} action={t('rule.propose')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
