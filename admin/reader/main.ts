import type { JusticeKeys } from '../../shared/letter/justice-key.ts';
import { openPack } from '../../shared/letter/pack.ts';
import { phraseOf } from '../../shared/letter/phrase.ts';
import type { LetterPack } from '../../shared/letter/schema.ts';
import { element, field } from '../verifier/element.ts';
import { makingKeys, recovering, unlocking } from './keys.ts';
import { lettersOf } from './letters.ts';
import { form, heading, input, NotUsable, readFile, results } from './page.ts';
import { registerOf } from './register.ts';
import { visitOf } from './visit.ts';
import { languageNow, speak, words } from './words.ts';

/** The justices' reader: one file, opened from a stick, put together by `npm run build-reader`. It asks no network. */

function opening(keys: JusticeKeys): HTMLElement {
  const said = words();
  const pack = input('pack', 'file');
  const made = form({
    title: said.open,
    action: said.openIt,
    fields: field(pack, said.pack, said.packHint),
    work: async () => {
      const brought = await readFile<LetterPack>(pack, 'sauti-letters');
      const opened = await openPack(keys, brought);
      if (!opened) throw new NotUsable(words().notOpened);
      results.replaceChildren(
        heading(`${opened.prison.name} · ${brought.madeAt.slice(0, 10)}`),
        ...lettersOf(keys, opened),
        ...visitOf(opened),
        ...(await registerOf(keys, opened)),
      );
    },
  });
  made.open = true;
  return made;
}

/** Who has opened his keys here, and the words by which he knows them. */
async function whose({ card }: JusticeKeys): Promise<HTMLElement> {
  const said = words();
  const close = element('button', { type: 'button' }, said.lock);
  close.addEventListener('click', () => void draw(null));
  const phrase = element('strong', { id: 'own-phrase' }, await phraseOf(card.signing));
  return element('p', { className: 'on-screen' }, `${card.name}: `, phrase, ' ', close);
}

function languageButton(keys: JusticeKeys | null): HTMLElement {
  const other = languageNow() === 'en' ? 'sw' : 'en';
  const change = element('button', { type: 'button', lang: other }, other === 'sw' ? 'Kiswahili' : 'English');
  change.addEventListener('click', () => {
    speak(other);
    void draw(keys);
  });
  return change;
}

/** Draws everything anew; what was typed goes, for most of it is secret. */
async function draw(keys: JusticeKeys | null): Promise<void> {
  const { title, lead } = words();
  document.documentElement.lang = languageNow();
  document.title = title;
  results.replaceChildren();
  const top = element('header', {}, element('h1', {}, title), languageButton(keys));
  const forms = keys
    ? [await whose(keys), opening(keys)]
    : [unlocking(opened => void draw(opened)), makingKeys(), recovering()];
  document.body.replaceChildren(top, element('p', { className: 'on-screen' }, lead), ...forms, results);
}

void draw(null);
