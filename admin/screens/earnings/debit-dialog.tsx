import { useState } from 'preact/hooks';
import { type DebitKind, debitKinds } from '../../../shared/earnings/kinds.ts';
import { call } from '../../api/client.ts';
import { DateField } from '../../components/date-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { EntryDialog } from '../prisoner/entry-dialog.tsx';
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
  const cents = centsOf(typed);
  return (
    <EntryDialog
      title={t('earnings.take-off')}
      kinds={debitKinds.map(one => [one, t(`earnings.line.${one}`)] as const)}
      kind={kind}
      onKind={setKind}
      reasonHint={t('earnings.reason-hint')}
      bodyOf={reason => (cents === null || on === null ? null : { kind, on, cents, reason })}
      send={body => call('POST /api/prisoners/:id/earnings/lines', { params: { id }, body })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(needed, tried) => (
        <>
          <p>{t('earnings.may-spend', { sum: money(spendable) })}</p>
          <TextField
            label={t('earnings.sum')}
            hint={t('earnings.sum-hint')}
            error={tried && cents === null ? t('common.needed') : null}
            max={10}
            numeric
            value={typed}
            onType={setTyped}
          />
          <DateField label={t('sentence.day')} error={needed(on)} value={on} onChange={setOn} />
        </>
      )}
    </EntryDialog>
  );
}
