import { useEffect } from 'preact/hooks';
import { Failed } from '../components/state.tsx';
import { language, t } from '../i18n/words.ts';
import { SignIn } from '../screens/session/sign-in.tsx';
import { refreshBackups } from '../store/backups.ts';
import { refreshCertificate } from '../store/certificate.ts';
import { startLive } from '../store/live.ts';
import { type Me, refreshSession, session } from '../store/session.ts';
import { refreshTime } from '../store/time.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { Nav } from './nav.tsx';
import { seesToBackups, seesToCertificate } from './place.ts';
import { Screen } from './screen.tsx';
import { Toasts } from './toasts.tsx';
import { useCounts } from './use-counts.ts';
import { useValue } from './use-value.ts';

/** How often the server is asked whether its time is still believed, and how its back-ups stand. */
const askEvery = 5 * 60_000;

function Shell({ me }: { readonly me: Me }) {
  useEffect(() => {
    // Before the first password is changed the server answers nothing else.
    if (me.mustChangePassword) return;
    const ask = () => {
      void refreshTime();
      if (seesToBackups(me.role)) void refreshBackups();
      if (seesToCertificate(me.role)) void refreshCertificate();
    };
    ask();
    const timer = setInterval(ask, askEvery);
    const stopLive = startLive();
    return () => {
      clearInterval(timer);
      stopLive();
    };
  }, [me.mustChangePassword, me.role]);
  useCounts(me);
  return (
    <div class="p-app">
      <a class="p-skip" href="#main">
        {t('nav.skip')}
      </a>
      <Nav me={me} />
      <Screen me={me} />
      <Toasts />
      <KeysDialog />
    </div>
  );
}

/** The panel: who is signed in decides what it is. */
export function App() {
  useValue(language);
  const now = useValue(session);
  switch (now.phase) {
    case 'starting':
      return null;
    case 'failed':
      return (
        <main class="p-alone">
          <h1 class="c-visually-hidden">{t('app.name')}</h1>
          <Failed failure={now.failure} onRetry={() => void refreshSession()} />
        </main>
      );
    case 'signed-out':
      return <SignIn before={now.before} />;
    case 'signed-in':
      return <Shell key={now.me.id} me={now.me} />;
  }
}
