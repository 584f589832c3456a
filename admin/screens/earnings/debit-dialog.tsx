import { useState } from 'preact/hooks';
import { type DebitKind, debitKinds } from '../../../shared/earnings/kinds.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { money } from './earnings-words.ts';

interface DebitProps {
  readonly id: string;
  readonly spendable: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Cents out of typed shillings, `1.25`; null if it is no sum. */
export function centsOf(typed: string): number | null {
  const [, shillings, cents = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  if (shillings === undefined) return null;
  const sum = Number(shillings) * 100 + Number(cents.padEnd(2, '0'));
  return sum > 0 ? sum : null;
}

/** Takes something off what was credited: canteen, sent home, or paid on release. */
export function DebitDialog({ id, spendable, onDone, onCancel }: DebitProps) {
  const [kind, setKind] = useState<DebitKind>('canteen');
  const [on, setOn] = useState<string | null>(todayInPrison());
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const cents = centsOf(typed);
  const send = () => {
    setTried(true);
    if (cents === null || on === null || reason.trim() === '') return;
    const body = { kind, on, cents, reason: reason.trim() };
    void act
      .run(async () => {
        await call('POST /api/prisoners/:id/earnings/lines', { params: { id }, body });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('earnings.take-off')} onCancel={onCancel}>
      <p>{t('earnings.may-spend', { sum: money(spendable) })}</p>
      <Select
        label={t('sentence.what')}
        value={kind}
        choices={debitKinds.map(one => [one, t(`earnings.line.${one}`)] as const)}
        onChoose={chosen => setKind(debitKinds.find(one => one === chosen) ?? 'canteen')}
      />
      <TextField
        label={t('earnings.sum')}
        hint={t('earnings.sum-hint')}
        error={tried && cents === null ? t('common.needed') : null}
        max={10}
        numeric
        value={typed}
        onType={setTyped}
      />
      <DateField
        label={t('sentence.day')}
        error={tried && on === null ? t('common.needed') : null}
        value={on}
        onChange={setOn}
      />
      <TextField
        label={t('sentence.reason')}
        hint={t('earnings.reason-hint')}
        error={tried && reason.trim() === '' ? t('common.needed') : null}
        max={300}
        value={reason}
        onType={setReason}
      />
      <DialogEnd act={act} action={t('earnings.take-off')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
