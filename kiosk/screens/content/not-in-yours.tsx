import { useWords } from '../../i18n/words.ts';

/** What follows has no words in the language of the screen yet: it says so in that language, and goes on in Kiswahili. */
export function NotInYours() {
  const { language, say } = useWords();
  return (
    <p class="k-not-in-yours" lang={language}>
      {say('content.inKiswahili')}
    </p>
  );
}
