import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { Button } from '../components/button.tsx';
import { failureWords } from '../components/failure-words.ts';
import { Icon } from '../components/icon.tsx';
import { chooseLanguage, language, t } from '../i18n/words.ts';
import { signOut } from '../store/session.ts';
import { say } from '../store/toast.ts';
import { keysShown } from './keys-dialog.tsx';
import { mayLeave } from './leave-guard.ts';
import { base } from './place.ts';
import { useValue } from './use-value.ts';

/** The other language, by its own name. */
function LanguageButton() {
  const other = useValue(language) === 'en' ? 'sw' : 'en';
  return (
    <button type="button" class="p-self__item" lang={other} onClick={() => void chooseLanguage(other)}>
      <Icon name="languages" />
      {t(`own-name.${other}`)}
    </button>
  );
}

/** What somebody can do about himself: language, keys, password, leaving. */
export function SelfMenu() {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    if (!mayLeave()) return;
    setBusy(true);
    try {
      await signOut();
      // Loaded anew, so that nothing that was read stays in this browser's memory.
      location.replace(base);
    } catch (error) {
      setBusy(false);
      say({ kind: 'problem', words: failureWords(failureOf(error)) });
    }
  };
  return (
    <div class="p-self">
      <LanguageButton />
      <button type="button" class="p-self__item" onClick={() => keysShown.set(true)}>
        <Icon name="keyboard" />
        {t('nav.keys')}
      </button>
      <a class="p-self__item" href="/admin/password">
        <Icon name="key-round" />
        {t('nav.password')}
      </a>
      <Button kind="quiet" icon="log-out" busy={busy} onClick={() => void leave()}>
        {t('nav.sign-out')}
      </Button>
    </div>
  );
}
