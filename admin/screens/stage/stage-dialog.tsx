import { useState } from 'preact/hooks';
import type { StageEntryBody, StageLineKind } from '../../../shared/stage/entry.ts';
import { losables, stageLineKinds, stages } from '../../../shared/stage/stages.ts';
import { call } from '../../api/client.ts';
import { DateField } from '../../components/date-field.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { EntryDialog } from '../prisoner/entry-dialog.tsx';

interface Draft {
  readonly stage: string | null;
  readonly what: string | null;
  readonly on: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly order: string;
}

/** The line as it is sent; null while something is missing. */
function bodyOf(kind: StageLineKind, draft: Draft, reason: string): StageEntryBody | null {
  const { on, to } = draft;
  const by = draft.by.trim();
  const order = draft.order.trim();
  const stage = stages.find(one => one === draft.stage);
  const what = losables.find(one => one === draft.what);
  if (on === null) return null;
  if (kind === 'review') return { kind, reason, content: { on } };
  if (kind === 'stage') return stage && by ? { kind, reason, content: { stage, on, decidedBy: by } } : null;
  return what && by && order ? { kind, reason, content: { what, from: on, to, orderedBy: by, order } } : null;
}

interface StageDialogProps {
  readonly id: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds a line: a decision, a day of review, a forfeited privilege; and why. */
export function StageDialog({ id, onDone, onCancel }: StageDialogProps) {
  const [kind, setKind] = useState<StageLineKind>('stage');
  const [draft, setDraft] = useState<Draft>({
    stage: null,
    what: null,
    on: todayInPrison(),
    to: null,
    by: '',
    order: '',
  });
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  return (
    <EntryDialog
      title={t('stage.add')}
      kinds={stageLineKinds.map(one => [one, t(`stage.kind.${one}`)] as const)}
      kind={kind}
      onKind={setKind}
      reasonHint={t('stage.reason-hint')}
      bodyOf={reason => bodyOf(kind, draft, reason)}
      send={body => call('POST /api/prisoners/:id/stage/lines', { params: { id }, body })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {needed => (
        <>
          {kind === 'stage' ? (
            <Select
              label={t('stage.stage')}
              none={t('staff.choose')}
              error={needed(draft.stage)}
              value={draft.stage}
              choices={stages.map(one => [one, t(`stage.name.${one}`)] as const)}
              onChoose={stage => set({ stage })}
            />
          ) : null}
          {kind === 'privilege-lost' ? (
            <Select
              label={t('stage.privilege')}
              none={t('staff.choose')}
              error={needed(draft.what)}
              value={draft.what}
              choices={losables.map(one => [one, t(`privilege.${one}`)] as const)}
              onChoose={what => set({ what })}
            />
          ) : null}
          <DateField
            label={t(kind === 'privilege-lost' ? 'stage.from' : 'stage.on')}
            error={needed(draft.on)}
            value={draft.on}
            onChange={on => set({ on })}
          />
          {kind === 'privilege-lost' ? (
            <DateField
              label={t('stage.to')}
              hint={t('stage.to-hint')}
              value={draft.to}
              onChange={to => set({ to })}
            />
          ) : null}
          {kind === 'review' ? null : (
            <TextField
              label={t(kind === 'stage' ? 'stage.decided-by' : 'stage.ordered-by')}
              error={needed(draft.by)}
              max={80}
              value={draft.by}
              onType={by => set({ by })}
            />
          )}
          {kind === 'privilege-lost' ? (
            <TextField
              label={t('stage.order')}
              error={needed(draft.order)}
              max={80}
              value={draft.order}
              onType={order => set({ order })}
            />
          ) : null}
        </>
      )}
    </EntryDialog>
  );
}
