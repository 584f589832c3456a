import { repeatsKiswahili, useWords } from '../i18n/words.ts';

/** What follows has no words in the language of the screen yet: it says so in that language, and goes on in Kiswahili. */
export function NotInYours() {
  const { language, say } = useWords();
  return (
    <p class="k-not-in-yours" lang={language}>
      {say('content.inKiswahili')}
    </p>
  );
}

/** The same over the remission words, which are never shown as a draft: until they are reviewed they are the Kiswahili. */
export function RemissionNotInYours() {
  const { language } = useWords();
  return repeatsKiswahili(language, 'release.earliest') ? <NotInYours /> : null;
}
