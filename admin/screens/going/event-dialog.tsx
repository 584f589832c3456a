import { useState } from 'preact/hooks';
import { classes } from '../../../shared/prisoner/classes.ts';
import {
  isDeparture,
  type PrisonerEventKind,
  plainDepartureKinds,
  stepKinds,
} from '../../../shared/prisoner/event.ts';
import type { PrisonerEventBody, PrisonerEventPage } from '../../../shared/prisoner/event-schema.ts';
import { sexes } from '../../../shared/prisoner/sex.ts';
import { call } from '../../api/client.ts';
import { DateField } from '../../components/date-field.tsx';
import { Select } from '../../components/select.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { EntryDialog } from '../prisoner/entry-dialog.tsx';

interface Draft {
  readonly wing: string | null;
  readonly prison: string | null;
  readonly class: string | null;
  readonly sex: string | null;
  readonly on: string | null;
}

/** What is entered here; that he came from another prison is entered where he is awaited. */
type EnteredKind = Exclude<PrisonerEventKind, 'arrived'>;

/** What can be entered of somebody who is here, and of somebody who is gone. */
function kindsFor({ prisoner, prisons }: PrisonerEventPage): readonly EnteredKind[] {
  if (prisoner.releasedAt !== null)
    return ['returned', 'discharge-interview', 'fare-given', 'fare-not-needed'];
  const away = prisons.length > 0 ? (['transferred'] as const) : [];
  return ['moved', 'class', 'sex', ...stepKinds, ...away, ...plainDepartureKinds];
}

/** The event as it is sent; null while something is missing. */
function bodyOf(kind: EnteredKind, draft: Draft, reason: string): PrisonerEventBody | null {
  const { on, wing, prison } = draft;
  if (on === null) return null;
  if (kind === 'moved') return wing ? { kind, wing, on, reason } : null;
  if (kind === 'transferred') return prison ? { kind, prison, on, reason } : null;
  if (kind === 'sex') {
    const sex = sexes.find(one => one === draft.sex);
    return sex ? { kind, sex, on, reason } : null;
  }
  if (kind !== 'class') return { kind, on, reason };
  const of = classes.find(one => one === draft.class);
  return of ? { kind, class: of, on, reason } : null;
}

interface EventDialogProps {
  readonly page: PrisonerEventPage;
  readonly wings: Me['wings'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Enters what happened to somebody, on which day, and the paper it rests on. */
export function EventDialog({ page, wings, onDone, onCancel }: EventDialogProps) {
  const { prisoner, prisons } = page;
  const kinds = kindsFor(page);
  const [kind, setKind] = useState<EnteredKind>(kinds[0] ?? 'returned');
  const [draft, setDraft] = useState<Draft>({
    wing: null,
    prison: null,
    class: null,
    sex: null,
    on: todayInPrison(),
  });
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  return (
    <EntryDialog
      title={t('going.add')}
      kinds={kinds.map(one => [one, t(`going.kind.${one}`)] as const)}
      kind={kind}
      onKind={setKind}
      reasonHint={t('going.reason-hint')}
      bodyOf={reason => bodyOf(kind, draft, reason)}
      send={body => call('POST /api/prisoners/:id/events', { params: { id: prisoner.id }, body })}
      danger={isDeparture(kind)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {needed => (
        <>
          {isDeparture(kind) ? (
            <p>{t(kind === 'transferred' ? 'going.goes-along' : 'going.leaves')}</p>
          ) : null}
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
          {kind === 'transferred' ? (
            <Select
              label={t('going.prison')}
              none={t('staff.choose')}
              error={needed(draft.prison)}
              value={draft.prison}
              choices={prisons.map(({ id, name }) => [id, name] as const)}
              onChoose={prison => set({ prison })}
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
          {kind === 'sex' ? (
            <Select
              label={t('going.sex')}
              none={t('staff.choose')}
              error={needed(draft.sex)}
              value={draft.sex}
              choices={sexes.map(one => [one, t(`sex.${one}`)] as const)}
              onChoose={sex => set({ sex })}
            />
          ) : null}
          <DateField
            label={t('going.on')}
            error={needed(draft.on)}
            value={draft.on}
            onChange={on => set({ on })}
          />
        </>
      )}
    </EntryDialog>
  );
}
