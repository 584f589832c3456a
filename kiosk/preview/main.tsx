import '../../shared/design/kiosk.css';
import '../app/app.css';
import { render } from 'preact';
import type { PreviewMessage } from '../../shared/content/preview.ts';
import { isLanguage, type Language } from '../../shared/language/languages.ts';
import { Frame } from '../app/frame.tsx';
import { loadPictures } from '../app/pictures.ts';
import { addLawWords, speak, startWords } from '../i18n/words.ts';
import { Reading } from '../screens/content/content.tsx';
import { changeState } from '../store/state.ts';

/**
 * A page as the kiosk shows it, for the panel: the kiosk's own frame and screen, in a frame of the panel's page. It
 * keeps nothing, asks the server nothing, and is no kiosk: no store is started.
 */
const nowhere = () => undefined;

async function loadLawWords(language: Language): Promise<void> {
  const { law } = await (language === 'en' ? import('../i18n/pages-en.ts') : import('../i18n/pages-sw.ts'));
  addLawWords(language === 'en' ? 'en' : 'sw', law);
}

async function show({ words, language }: PreviewMessage): Promise<void> {
  const place = document.getElementById('app');
  if (!place || !isLanguage(language)) return;
  await Promise.all([loadLawWords(language), speak(language)]);
  render(
    <Frame
      place={{ at: 'content', page: words.id }}
      isPrivate={false}
      covered={false}
      onBack={nowhere}
      onHome={nowhere}
      onRules={nowhere}
    >
      <Reading page={words} />
    </Frame>,
    place,
  );
}

startWords();
// As a kiosk that is in order stands: nothing is to be said of the machine.
changeState({ phase: 'enrolled', online: true });
void loadPictures();
addEventListener('message', event => {
  if (event.origin === location.origin) void show(event.data as PreviewMessage);
});
parent.postMessage('ready', location.origin);
