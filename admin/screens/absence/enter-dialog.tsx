import { useState } from 'preact/hooks';
import { absenceTrouble, longestAbsence } from '../../../shared/staff/absence.ts';
import type { PrisonAbsences } from '../../../shared/staff/absence-schema.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { roleWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';

interface EnterProps {
  readonly of: PrisonAbsences;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Trouble = ReturnType<typeof absenceTrouble>;

function fromError(day: string | null, trouble: Trouble): string | null {
  if (day === null) return t('common.needed');
  return trouble === 'fromOn' ? t('absence.from-past') : null;
}

function untilError(day: string | null, trouble: Trouble): string | null {
  if (day === null) return t('common.needed');
  return trouble === 'untilOn' ? t('absence.until-wrong', { count: longestAbsence }) : null;
}

/** Who stands in, from when until when, and why. */
export function EnterDialog({ of: { prison, officers, today }, onDone, onCancel }: EnterProps) {
  const [deputy, setDeputy] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(today);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const trouble = fromOn !== null && untilOn !== null ? absenceTrouble({ fromOn, untilOn }, today) : null;
  const needed = (empty: boolean) => (tried && empty ? t('common.needed') : null);

  const send = () => {
    setTried(true);
    if (deputy === null || fromOn === null || untilOn === null || trouble || reason.trim() === '') return;
    const body = { prison: prison.id, deputy, fromOn, untilOn, reason: reason.trim() };
    void act
      .run(async () => {
        await call('POST /api/absences', { body });
      })
      .then(done => {
        if (!done) return;
        const name = officers.find(({ id }) => id === deputy)?.name ?? '';
        say({ kind: 'done', words: t('absence.entered', { name }) });
        onDone();
      });
  };

  return (
    <Dialog title={t('absence.enter-title')} onCancel={onCancel}>
      <p class="p-field__hint">{t('absence.enter-note')}</p>
      <Select
        label={t('absence.who')}
        none={t('staff.choose')}
        error={needed(deputy === null)}
        value={deputy}
        choices={officers.map(
          ({ id, name, role, unit }) => [id, `${name}, ${roleWords(role, unit)}`] as const,
        )}
        onChoose={setDeputy}
      />
      <DateField
        label={t('absence.from')}
        error={tried ? fromError(fromOn, trouble) : null}
        value={fromOn}
        onChange={setFromOn}
      />
      <DateField
        label={t('absence.until')}
        error={tried ? untilError(untilOn, trouble) : null}
        value={untilOn}
        onChange={setUntilOn}
      />
      <TextField
        label={t('absence.reason')}
        hint={t('absence.reason-hint')}
        error={needed(reason.trim() === '')}
        max={200}
        value={reason}
        onType={setReason}
      />
      <DialogEnd act={act} action={t('absence.enter')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
