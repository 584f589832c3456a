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

/** What is wrong with a new password, if anything. */
function mistakeIn({ current, next, again }: typeof empty) {
  if (next.length < shortest) return { next: t('password.too-short', { count: shortest }) };
  if (next === current) return { next: t('password.same') };
  return next === again ? null : { again: t('password.differ') };
}

/** Changes one's own password; `first`: it was handed over by somebody else and must be changed now. */
export function Password({ first }: { readonly first: boolean }) {
  const [fields, setFields] = useState(empty);
  const [tried, setTried] = useState(false);
  const act = useAct();
  const wait = useCountdown(act.retryAfter);
  const mistake: { next?: string; again?: string } = (tried && mistakeIn(fields)) || {};

  const change = async () => {
    setTried(true);
    if (mistakeIn(fields) || wait > 0) return;
    const done = await act.run(async () => {
      await call('POST /api/staff/password', { body: { current: fields.current, next: fields.next } });
      await refreshSession();
    });
    if (!done) return;
    setFields(empty);
    setTried(false);
    say({ kind: 'done', words: t('password.done') });
  };
  const type = (field: keyof typeof empty) => (value: string) => setFields({ ...fields, [field]: value });

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
          onType={type('current')}
        />
        <PasswordField
          label={t('password.next')}
          hint={t('password.hint', { count: shortest })}
          error={mistake.next ?? null}
          autocomplete="new-password"
          value={fields.next}
          onType={type('next')}
        />
        <PasswordField
          label={t('password.again')}
          error={mistake.again ?? null}
          autocomplete="new-password"
          value={fields.again}
          onType={type('again')}
        />
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
