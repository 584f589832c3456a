import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { isRole, roles } from '../../../shared/staff/roles.ts';
import { unitKeys } from '../../../shared/submission/kinds.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { roleWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import {
  type AccountDraft,
  type AccountMistake,
  accountBody,
  emptyAccount,
  mistakesIn,
  usernameOf,
} from './account-draft.ts';
import type { FirstPassword, StaffRow } from './staff.tsx';

interface FieldsProps {
  readonly draft: AccountDraft;
  readonly mistakes: readonly AccountMistake[];
  readonly change: (changed: Partial<AccountDraft>) => void;
}

/** Name and username; the second follows the first until somebody types it himself. */
function Names({ draft, mistakes, change }: FieldsProps) {
  const follows = draft.username === usernameOf(draft.name);
  return (
    <div class="p-form__row">
      <Field label={t('staff.name')} error={mistakes.includes('name') ? t('common.needed') : null}>
        {input => (
          <input
            {...input}
            class="p-input"
            autocomplete="off"
            maxLength={80}
            value={draft.name}
            onInput={event => {
              const name = event.currentTarget.value;
              change(follows ? { name, username: usernameOf(name) } : { name });
            }}
          />
        )}
      </Field>
      <Field
        label={t('staff.username')}
        error={mistakes.includes('username') ? t('staff.username-wrong') : null}
      >
        {input => (
          <input
            {...input}
            class="p-input"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={40}
            value={draft.username}
            onInput={event => change({ username: event.currentTarget.value.toLowerCase() })}
          />
        )}
      </Field>
    </div>
  );
}

function RoleAndUnit({ draft, mistakes, change }: FieldsProps) {
  return (
    <div class="p-form__row">
      <Select
        label={t('staff.role')}
        none={t('staff.choose')}
        error={mistakes.includes('role') ? t('common.needed') : null}
        value={draft.role}
        choices={roles.map(role => [role, t(`role.${role}`)] as const)}
        onChoose={role => change({ role: role && isRole(role) ? role : null })}
      />
      {draft.role === 'unit-officer' ? (
        <Select
          label={t('staff.unit')}
          none={t('staff.choose')}
          error={mistakes.includes('unit') ? t('common.needed') : null}
          value={draft.unit}
          choices={unitKeys.map(unit => [unit, t(`unit.${unit}`)] as const)}
          onChoose={unit => change({ unit: unitKeys.find(key => key === unit) ?? null })}
        />
      ) : null}
    </div>
  );
}

interface PlaceProps extends Pick<FieldsProps, 'draft' | 'change'> {
  readonly staff: readonly StaffRow[];
  readonly wings: ReplyOf<'GET /api/staff'>['wings'];
}

/** Where he works and under whom: what he is shut out from follows from both. */
function WingAndSuperior({ draft, staff, wings, change }: PlaceProps) {
  return (
    <div class="p-form__row">
      <Select
        label={t('staff.wing')}
        hint={t('staff.wing-hint')}
        none={t('staff.no-wing')}
        value={draft.wing}
        choices={wings.map(({ id, name }) => [id, name] as const)}
        onChoose={wing => change({ wing })}
      />
      <Select
        label={t('staff.superior')}
        hint={t('staff.superior-hint')}
        none={t('staff.no-superior')}
        value={draft.superior}
        choices={staff
          .filter(row => row.state === 'active')
          .map(row => [row.id, `${row.name}, ${roleWords(row.role, row.unit)}`] as const)}
        onChoose={superior => change({ superior })}
      />
    </div>
  );
}

interface ProposeProps {
  readonly staff: readonly StaffRow[];
  readonly wings: ReplyOf<'GET /api/staff'>['wings'];
  readonly onMade: (first: FirstPassword | null) => void;
  readonly onCancel: () => void;
}

/** Proposes an account; one that can read submissions waits for a second person of another office. */
export function ProposeDialog({ staff, wings, onMade, onCancel }: ProposeProps) {
  const [draft, setDraft] = useState(emptyAccount);
  const [tried, setTried] = useState(false);
  const act = useAct();
  const mistakes = tried ? mistakesIn(draft) : [];
  const change = (changed: Partial<AccountDraft>) => setDraft({ ...draft, ...changed });

  const propose = () =>
    act.run(async () => {
      setTried(true);
      const body = accountBody(draft);
      if (!body) return;
      const { password } = await call('POST /api/staff', { body });
      const { name, username } = body;
      if (password === null) say({ kind: 'done', words: t('staff.proposed-done', { name }) });
      onMade(password === null ? null : { name, username, password });
    });

  return (
    <Dialog title={t('staff.propose')} onCancel={onCancel}>
      <form
        class="p-form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void propose();
        }}
      >
        <Names draft={draft} mistakes={mistakes} change={change} />
        <RoleAndUnit draft={draft} mistakes={mistakes} change={change} />
        <WingAndSuperior draft={draft} staff={staff} wings={wings} change={change} />
        <p class="p-field__hint">{t('staff.second-person')}</p>
        <DialogEnd act={act} action={t('staff.propose-send')} onCancel={onCancel} />
      </form>
    </Dialog>
  );
}
