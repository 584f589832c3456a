import { useState } from 'preact/hooks';
import type { Arrival } from '../../../shared/prisoner/transfer-schema.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { shortDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { say } from '../../store/toast.ts';

interface ArrivalsProps {
  readonly wings: Me['wings'];
  readonly onTaken: () => void;
}

/** Who is on his way here from another prison of this server; nothing while there is nobody. */
export function Arrivals({ wings, onTaken }: ArrivalsProps) {
  const [taking, setTaking] = useState<Arrival | null>(null);
  const load = useLoad('arrivals', signal => call('GET /api/arrivals', { signal }));
  const page = load.value;
  if (!page || page.arrivals.length === 0) return null;
  const shut = () => {
    setTaking(null);
    void load.reload();
  };
  return (
    <section class="p-card" aria-label={t('arrival.title')}>
      <h2 class="p-card__title">{t('arrival.title')}</h2>
      <p class="p-cell__note">{t('arrival.note')}</p>
      <ul class="p-arrivals">
        {page.arrivals.map(row => (
          <li key={row.id} class="p-arrivals__one">
            <div>
              <strong>{row.name}</strong>
              <span class="p-cell__note">
                {t('arrival.from', { prison: row.from, number: row.number, day: shortDay(row.on) })} ·{' '}
                {row.reason}
              </span>
            </div>
            {page.mayWrite ? (
              <Button icon="plus" onClick={() => setTaking(row)}>
                {t('arrival.take')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {taking ? (
        <TakeDialog
          arrival={taking}
          wings={wings}
          onDone={() => {
            say({ kind: 'done', words: t('arrival.taken', { name: taking.name }) });
            shut();
            onTaken();
          }}
          onCancel={shut}
        />
      ) : null}
    </section>
  );
}

interface TakeProps {
  readonly arrival: Arrival;
  readonly wings: Me['wings'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** He is here: his wing, his number in this prison, since when, and the paper that came with him. */
function TakeDialog({ arrival, wings, onDone, onCancel }: TakeProps) {
  const [wing, setWing] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const [on, setOn] = useState<string | null>(todayInPrison());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const needed = (value: string | null) => (tried && !value?.trim() ? t('common.needed') : null);
  const send = () => {
    setTried(true);
    if (!wing || on === null || !number.trim() || !reason.trim()) return;
    const body = { wing, number: number.trim(), on, reason: reason.trim() };
    void act
      .run(async () => {
        await call('POST /api/arrivals/:id', { params: { id: arrival.id }, body });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('arrival.take-title', { name: arrival.name })} onCancel={onCancel}>
      <p>{t('arrival.comes-along')}</p>
      <div class="p-form__row">
        <Select
          label={t('staff.wing')}
          none={t('staff.choose')}
          error={needed(wing)}
          value={wing}
          choices={wings.map(({ id, name }) => [id, name] as const)}
          onChoose={setWing}
        />
        <TextField
          label={t('arrival.number')}
          error={needed(number)}
          max={30}
          value={number}
          onType={setNumber}
        />
        <DateField label={t('going.on')} error={needed(on)} value={on} onChange={setOn} />
      </div>
      <TextField
        label={t('sentence.reason')}
        hint={t('going.reason-hint')}
        error={needed(reason)}
        max={300}
        value={reason}
        onType={setReason}
      />
      <DialogEnd act={act} action={t('arrival.take')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
