import english from '../../locales/en/verifier.json';
import kiswahili from '../../locales/sw/verifier.json';
import { type CheckedFile, checkFiles, type Given, type GivenFile } from '../../shared/log/check-files.ts';
import { readMinute } from '../../shared/log/given.ts';
import { readVerifierKey } from '../../shared/log/note.ts';
import { fillIn, sayReport } from '../../shared/log/say-report.ts';
import { sha256Slow } from '../../shared/log/sha256.ts';
import { element, field } from './element.ts';

/**
 * The page that checks receipts, proofs and exports with no server: one file, opened from wherever it lies. It is put
 * together by `npm run build-verifier`, and asks no network for anything.
 */
const languages = { en: english, sw: kiswahili };
type Language = keyof typeof languages;

let language: Language = navigator.language.startsWith('sw') ? 'sw' : 'en';
let checked: readonly CheckedFile[] = [];

/** What somebody typed cannot be used; the message is said to him. */
class NotUsable extends Error {}

const files = element('input', { type: 'file', id: 'files', multiple: true });
const key = element('input', { type: 'text', id: 'key', autocomplete: 'off', spellcheck: false });
const minutes = element('textarea', { id: 'minutes', rows: 2, spellcheck: false });
const results = element('div', { id: 'results' });
results.setAttribute('aria-live', 'polite');

function isOld(): boolean {
  return typeof Uint8Array.fromBase64 !== 'function' || typeof Map.groupBy !== 'function' || !crypto.subtle;
}

function given(): Given {
  const { page } = languages[language];
  const typed = key.value.trim();
  const read = typed === '' ? null : readVerifierKey(sha256Slow, typed);
  if (typed !== '' && !read) throw new NotUsable(page.keyWrong);
  const lines = minutes.value.split('\n').filter(line => line.trim() !== '');
  return {
    key: read,
    minutes: lines.map(line => {
      const minute = readMinute(line);
      if (!minute) throw new NotUsable(fillIn(page.minutesWrong, { line }));
      return minute;
    }),
  };
}

function resultOf({ name, report }: CheckedFile): HTMLElement {
  const words = languages[language];
  const { kind, verdict, places, facts } = sayReport(words, report);
  const section = element(
    'section',
    {},
    element('h2', {}, name),
    element('div', { className: 'hint' }, kind),
    element('p', { className: 'verdict' }, [verdict, ...places].join(' ')),
    ...(facts.length === 0 ? [] : [element('div', { className: 'hint' }, words.page.proves)]),
    element('ul', {}, ...facts.map(fact => element('li', {}, fact))),
  );
  if (report.fault) section.dataset.wrong = report.fault.what;
  return section;
}

function say(trouble: string): void {
  results.replaceChildren(element('p', { className: 'trouble' }, trouble));
}

async function check(): Promise<void> {
  const { page } = languages[language];
  try {
    if (isOld()) throw new NotUsable(page.old);
    const chosen = [...(files.files ?? [])];
    if (chosen.length === 0) throw new NotUsable(page.none);
    const brought = given();
    results.replaceChildren(element('p', {}, page.checking));
    const read = chosen.map(
      async (file): Promise<GivenFile> => ({ name: file.name, text: await file.text() }),
    );
    checked = await checkFiles(sha256Slow, await Promise.all(read), brought);
    results.replaceChildren(...checked.map(resultOf));
  } catch (error) {
    if (!(error instanceof NotUsable)) throw error;
    say(error.message);
  }
}

/** Draws all words anew; what was typed and chosen stays, for the fields are the same. */
function draw(): void {
  const { title, page } = languages[language];
  document.documentElement.lang = language;
  document.title = title;
  const other = language === 'en' ? 'sw' : 'en';
  const change = element(
    'button',
    {
      type: 'button',
      lang: other,
      onclick: () => {
        language = other;
        draw();
      },
    },
    other === 'sw' ? 'Kiswahili' : 'English',
  );
  const form = element(
    'form',
    {},
    ...field(files, page.files, page.filesHint),
    ...field(key, page.key, page.keyHint),
    ...field(minutes, page.minutes, page.minutesHint),
    element('button', { type: 'submit', className: 'check' }, page.check),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    void check();
  });
  results.replaceChildren(...checked.map(resultOf));
  const heading = element('header', {}, element('h1', {}, title), change);
  document.body.replaceChildren(heading, element('p', {}, page.lead), form, results);
}

draw();
