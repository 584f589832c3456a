import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { t } from '../../i18n/words.ts';
import { refreshSession } from '../../store/session.ts';
import { say } from '../../store/toast.ts';
import { troubleWords } from './trouble-words.ts';
import { useCountdown } from './use-countdown.ts';

/** As the contract asks for it. */
const shortest = 10;
const empty = { current: '', next: '', again: '' };
type Fields = typeof empty;

interface Mistake {
  readonly next?: string;
  readonly again?: string;
}

/** What is wrong with a new password, if anything. */
function mistakeIn({ current, next, again }: Fields): Mistake | null {
  if (next.length < shortest) return { next: t('password.too-short', { count: shortest }) };
  if (next === current) return { next: t('password.same') };
  return next === again ? null : { again: t('password.differ') };
}

/** The three fields and their sending. */
function useChange() {
  const [fields, setFields] = useState(empty);
  const [tried, setTried] = useState(false);
  const act = useAct();
  const wait = useCountdown(act.retryAfter);
  const change = async () => {
    setTried(true);
    if (mistakeIn(fields) || wait > 0) return;
    const { current, next } = fields;
    const done = await act.run(async () => {
      await call('POST /api/staff/password', { body: { current, next } });
      await refreshSession();
    });
    if (!done) return;
    setFields(empty);
    setTried(false);
    say({ kind: 'done', words: t('password.done') });
  };
  return { fields, setFields, mistake: (tried && mistakeIn(fields)) || null, act, wait, change };
}

interface NewPasswordProps {
  readonly fields: Fields;
  readonly mistake: Mistake | null;
  readonly onType: (changed: Partial<Fields>) => void;
}

/** The new password, twice: nobody can look it up afterwards. */
function NewPassword({ fields, mistake, onType }: NewPasswordProps) {
  return (
    <>
      <PasswordField
        label={t('password.next')}
        hint={t('password.hint', { count: shortest })}
        error={mistake?.next ?? null}
        autocomplete="new-password"
        value={fields.next}
        onType={next => onType({ next })}
      />
      <PasswordField
        label={t('password.again')}
        error={mistake?.again ?? null}
        autocomplete="new-password"
        value={fields.again}
        onType={again => onType({ again })}
      />
    </>
  );
}

/** Changes one's own password; `first`: it was handed over by somebody else and must be changed now. */
export function Password({ first }: { readonly first: boolean }) {
  const { fields, setFields, mistake, act, wait, change } = useChange();
  const type = (changed: Partial<Fields>) => setFields({ ...fields, ...changed });
  return (
    <Page title={t('password.title')} narrow>
      <form
        class="p-form p-form--small"
        onSubmit={event => {
          event.preventDefault();
          void change();
        }}
      >
        {first ? (
          <Notice kind="attention" icon="key-round">
            {t('password.first')}
          </Notice>
        ) : null}
        <PasswordField
          label={t(first ? 'password.handed-over' : 'password.current')}
          autocomplete="current-password"
          value={fields.current}
          onType={current => type({ current })}
        />
        <NewPassword fields={fields} mistake={mistake} onType={type} />
        <p class="p-field__error" role="alert">
          {act.failure === 'staff-sign-in-wrong' ? t('password.wrong') : troubleWords(act.failure, wait)}
        </p>
        <div class="c-buttons">
          <Button submit kind="primary" busy={act.busy} disabled={wait > 0}>
            {t('password.change')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
