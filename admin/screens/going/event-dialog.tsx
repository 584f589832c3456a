import { useState } from 'preact/hooks';
import { classes } from '../../../shared/prisoner/classes.ts';
import { departureKinds, type PrisonerEventKind, stepKinds } from '../../../shared/prisoner/event.ts';
import type { PrisonerEventBody } from '../../../shared/prisoner/event-schema.ts';
import type { PrisonerRow } from '../../../shared/prisoner/register.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';

interface Draft {
  readonly wing: string | null;
  readonly class: string | null;
  readonly on: string | null;
  readonly reason: string;
}

/** What can be entered of somebody who is here, and of somebody who is gone. */
function kindsFor({ releasedAt }: PrisonerRow): readonly PrisonerEventKind[] {
  if (releasedAt !== null) return ['returned', 'discharge-interview', 'fare-given', 'fare-not-needed'];
  return ['moved', 'class', ...stepKinds, ...departureKinds];
}

/** The event as it is sent; null while something is missing. */
function bodyOf(kind: PrisonerEventKind, draft: Draft): PrisonerEventBody | null {
  const { on, wing } = draft;
  const reason = draft.reason.trim();
  if (on === null || reason === '') return null;
  if (kind === 'moved') return wing ? { kind, wing, on, reason } : null;
  if (kind !== 'class') return { kind, on, reason };
  const of = classes.find(one => one === draft.class);
  return of ? { kind, class: of, on, reason } : null;
}

interface EventDialogProps {
  readonly prisoner: PrisonerRow;
  readonly wings: Me['wings'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Enters what happened to somebody, on which day, and the paper it rests on. */
export function EventDialog({ prisoner, wings, onDone, onCancel }: EventDialogProps) {
  const kinds = kindsFor(prisoner);
  const [kind, setKind] = useState<PrisonerEventKind>(kinds[0] ?? 'returned');
  const [draft, setDraft] = useState<Draft>({ wing: null, class: null, on: todayInPrison(), reason: '' });
  const [tried, setTried] = useState(false);
  const act = useAct();
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const needed = (value: string | null) => (tried && !value?.trim() ? t('common.needed') : null);
  const leaves = departureKinds.some(one => one === kind);
  const send = () => {
    setTried(true);
    const body = bodyOf(kind, draft);
    if (!body) return;
    void act
      .run(async () => {
        await call('POST /api/prisoners/:id/events', { params: { id: prisoner.id }, body });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('going.add')} onCancel={onCancel}>
      <Select
        label={t('sentence.what')}
        value={kind}
        choices={kinds.map(one => [one, t(`going.kind.${one}`)] as const)}
        onChoose={chosen => setKind(kinds.find(one => one === chosen) ?? kind)}
      />
      {leaves ? <p>{t('going.leaves')}</p> : null}
      {kind === 'moved' ? (
        <Select
          label={t('staff.wing')}
          none={t('staff.choose')}
          error={needed(draft.wing)}
          value={draft.wing}
          choices={wings
            .filter(({ name }) => name !== prisoner.wing)
            .map(({ id, name }) => [id, name] as const)}
          onChoose={wing => set({ wing })}
        />
      ) : null}
      {kind === 'class' ? (
        <Select
          label={t('prisoners.class')}
          none={t('staff.choose')}
          error={needed(draft.class)}
          value={draft.class}
          choices={classes
            .filter(one => one !== prisoner.class)
            .map(one => [one, t(`class.${one}`)] as const)}
          onChoose={of => set({ class: of })}
        />
      ) : null}
      <DateField
        label={t('going.on')}
        error={needed(draft.on)}
        value={draft.on}
        onChange={on => set({ on })}
      />
      <TextField
        label={t('sentence.reason')}
        hint={t('going.reason-hint')}
        error={needed(draft.reason)}
        max={300}
        value={draft.reason}
        onType={reason => set({ reason })}
      />
      <DialogEnd act={act} action={t('going.add')} danger={leaves} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
