import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { go, place } from '../../app/router.ts';
import { useAct } from '../../app/use-act.ts';
import { useValue } from '../../app/use-value.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Icon, Mark } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { chooseLanguage, language, t } from '../../i18n/words.ts';
import { type Me, signIn } from '../../store/session.ts';
import { troubleWords } from './trouble-words.ts';
import { useCountdown } from './use-countdown.ts';

/** Whether the prison is made up; not known until the server said so. */
function useDemonstration(): boolean {
  const [demonstration, setDemonstration] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    call('GET /healthz', { signal: controller.signal })
      .then(health => setDemonstration(health.demonstration))
      // The page works without it; signing in will say what is wrong.
      .catch(() => undefined);
    return () => controller.abort();
  }, []);
  return demonstration;
}

function Side() {
  return (
    <section class="p-signin__side">
      <Mark />
      <p class="p-signin__name">{t('app.name')}</p>
      <p class="p-signin__line">{t('sign-in.line')}</p>
      <div class="c-weave" aria-hidden="true" />
    </section>
  );
}

function LanguageChoice() {
  const other = useValue(language) === 'en' ? 'sw' : 'en';
  return (
    <button
      type="button"
      class="c-button c-button--quiet p-signin__language"
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      <Icon name="languages" />
      <span class="c-button__label">{t(`own-name.${other}`)}</span>
    </button>
  );
}

/** What must be known before signing in: that a session ended, that all is made up. */
function Hints({ ended }: { readonly ended: boolean }) {
  const demonstration = useDemonstration();
  return (
    <>
      {ended ? (
        <Notice kind="attention" icon="clock">
          {t('sign-in.ended')}
        </Notice>
      ) : null}
      {demonstration ? (
        <Notice kind="good" icon="flag">
          {t('sign-in.demonstration')}
        </Notice>
      ) : null}
    </>
  );
}

interface UsernameProps {
  readonly value: string;
  readonly onType: (value: string) => void;
}

function Username({ value, onType }: UsernameProps) {
  return (
    <Field label={t('sign-in.username')}>
      {input => (
        <input
          {...input}
          class="p-input"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          maxLength={60}
          value={value}
          onInput={event => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Signs in; somebody else has another home, and no business on the page of whoever was here before him. */
async function enterAs(username: string, password: string): Promise<void> {
  const same = await signIn(username.trim().toLowerCase(), password);
  if (!same && place.get().page !== 'home') go({ page: 'home' }, 'replace');
}

/** Username and password. After a session that ended it says so and leads back to the same place. */
export function SignIn({ before }: { readonly before: Me | null }) {
  const [username, setUsername] = useState(before?.username ?? '');
  const [password, setPassword] = useState('');
  const act = useAct();
  const wait = useCountdown(act.retryAfter);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    document.title = `${t('sign-in.title')} · Sauti`;
    form.current?.querySelector<HTMLInputElement>(before ? '[type=password]' : 'input')?.focus();
  }, [before]);

  const enter = async () => {
    if (!username.trim() || !password || wait > 0) return;
    if (!(await act.run(() => enterAs(username, password)))) setPassword('');
  };

  return (
    <main class="p-signin">
      <Side />
      <form
        ref={form}
        class="p-signin__form p-form"
        onSubmit={event => {
          event.preventDefault();
          void enter();
        }}
      >
        <h1 class="p-signin__title">{t('sign-in.title')}</h1>
        <Hints ended={before !== null} />
        <Username value={username} onType={setUsername} />
        <PasswordField
          label={t('sign-in.password')}
          autocomplete="current-password"
          value={password}
          onType={setPassword}
        />
        <p class="p-field__error" role="alert">
          {troubleWords(act.failure, wait)}
        </p>
        <Button submit kind="primary" wide busy={act.busy} disabled={wait > 0}>
          {t('sign-in.enter')}
        </Button>
        <p class="p-field__hint">{t('sign-in.forgotten')}</p>
        <LanguageChoice />
      </form>
    </main>
  );
}
