import english from '../../locales/en/reader.json';
import kiswahili from '../../locales/sw/reader.json';
import { openLetter } from '../../shared/letter/envelope.ts';
import {
  type JusticeKeys,
  type KeyFile,
  keysOfSeed,
  signAsJustice,
  unwrapSeed,
  wrapSeed,
} from '../../shared/letter/justice-key.ts';
import { phraseOf } from '../../shared/letter/phrase.ts';
import { recoverSeed, recoveryLines } from '../../shared/letter/recovery.ts';
import { keyStatementBytes } from '../../shared/letter/register.ts';
import type { LetterContent, LetterPack, PackContent, RealLetter } from '../../shared/letter/schema.ts';
import { spacedCode } from '../../shared/submission/code.ts';
import { element, field } from '../verifier/element.ts';

/** The justices' reader: one file, opened from a stick, put together by `npm run build-reader`. It asks no network. */
const languages = { en: english, sw: kiswahili };
type Language = keyof typeof languages;
let language: Language = navigator.language.startsWith('sw') ? 'sw' : 'en';
const words = () => languages[language];

/** What somebody typed or chose cannot be used; the message is said to him. */
class NotUsable extends Error {}

const input = (id: string, type: string) =>
  element('input', { id, type, autocomplete: 'off', spellcheck: false });
const results = element('div', { id: 'results' });
results.setAttribute('aria-live', 'polite');

/** Offers a file to be saved; it exists in memory alone until then. */
function saveButton(label: string, name: string, content: object): HTMLElement {
  const href = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }));
  return element('p', {}, element('a', { href, download: name }, label));
}

async function readFile<T>(control: HTMLInputElement, kind: string): Promise<T> {
  const [file] = control.files ?? [];
  try {
    const value = JSON.parse((await file?.text()) ?? '') as T & { kind?: string };
    if (value.kind === kind) return value;
  } catch {
    // Said below: no file, or none of ours.
  }
  throw new NotUsable(words().notFile);
}

async function enrolment(keys: JusticeKeys, prison: string) {
  const said = {
    version: 1 as const,
    prison,
    action: 'enrol' as const,
    card: keys.card,
    by: keys.card.signing,
  };
  return { ...said, signature: await signAsJustice(keys, keyStatementBytes(said)) };
}

async function showKeys(
  seed: Uint8Array<ArrayBuffer>,
  name: string,
  passphrase: string,
  prison: string | null,
) {
  const keys = await keysOfSeed(seed, { name, kind: 'justice' });
  const file = await wrapSeed(seed, keys.card, passphrase);
  const phrase = await phraseOf(keys.card.signing);
  const register =
    prison === null ? [] : [saveButton(words().statement, 'register.json', await enrolment(keys, prison))];
  const lines = await recoveryLines(seed);
  results.replaceChildren(
    element('p', { className: 'verdict' }, words().made),
    element('ol', {}, ...lines.map(line => element('li', { className: 'line' }, line))),
    element('p', {}, words().words, ' ', element('strong', { id: 'phrase' }, phrase)),
    saveButton(words().keyFile, 'keys.json', file),
    ...register,
  );
}

function letterOf(letter: RealLetter, received: string): HTMLElement {
  const { matter, number, text, code, danger, wing, writtenOn } = letter;
  const about = matter ? `${matter.kind}: ${matter.problem}` : words().see;
  return element(
    'section',
    {},
    element('h2', {}, `${number ?? words().nameless} · ${wing} · ${writtenOn}`),
    ...(danger ? [element('p', { className: 'trouble' }, words().danger)] : []),
    element('p', { className: 'verdict' }, about),
    ...(text === null ? [] : [element('p', {}, text)]),
    element('p', { className: 'hint' }, `${words().code} ${spacedCode(code)} · ${received}`),
  );
}

/** One letter of another form, from whoever has a kiosk's key, must not keep the others from being read. */
function shownOrSaid(letter: RealLetter, received: string): HTMLElement {
  try {
    return letterOf(letter, received);
  } catch {
    return element('p', { className: 'trouble' }, words().unreadable);
  }
}

async function openPack(keys: JusticeKeys, pack: LetterPack): Promise<void> {
  const content = (await openLetter(keys.sealing, pack.prison.id, pack.sealed)) as PackContent | null;
  if (!content) throw new NotUsable(words().notOpened);
  const found: HTMLElement[] = [];
  for (const { letters, receivedOn } of content.batches)
    for (const sealed of letters) {
      const letter = (await openLetter(keys.sealing, pack.prison.id, sealed)) as LetterContent | null;
      if (letter && letter.type !== 'nothing') found.push(shownOrSaid(letter, receivedOn));
    }
  results.replaceChildren(...(found.length === 0 ? [element('p', {}, words().none)] : found));
}

/** Runs what a form asks for, after it was said that it takes a while: the passphrase is made slow on purpose. */
async function run(work: () => Promise<void>): Promise<void> {
  results.replaceChildren(element('p', {}, words().working));
  await new Promise(resolve => setTimeout(resolve, 50));
  try {
    await work();
  } catch (error) {
    const said = error instanceof NotUsable ? error.message : words().broken;
    results.replaceChildren(element('p', { className: 'trouble' }, said));
    if (!(error instanceof NotUsable)) throw error;
  }
}

function form(
  title: string,
  action: string,
  fields: readonly Node[],
  work: () => Promise<void>,
): HTMLElement {
  const made = element(
    'form',
    {},
    ...fields,
    element('button', { type: 'submit', className: 'check' }, action),
  );
  made.addEventListener('submit', event => {
    event.preventDefault();
    void run(work);
  });
  return element('details', {}, element('summary', {}, title), made);
}

function setUp(): HTMLElement {
  const [name, prison, secret] = [
    input('name', 'text'),
    input('prison', 'text'),
    input('new-secret', 'password'),
  ];
  for (const control of [name, prison, secret]) control.required = true;
  secret.minLength = 16;
  const said = words();
  const fields = [
    ...field(name, said.name, ''),
    ...field(prison, said.prison, said.prisonHint),
    ...field(secret, said.passphrase, said.passphraseHint),
  ];
  return form(said.setUp, said.make, fields, () =>
    showKeys(
      crypto.getRandomValues(new Uint8Array(32)),
      name.value.trim(),
      secret.value,
      prison.value.trim(),
    ),
  );
}

function opening(): HTMLElement {
  const [file, secret, pack] = [
    input('key-file', 'file'),
    input('secret', 'password'),
    input('pack', 'file'),
  ];
  const said = words();
  const fields = [
    ...field(file, said.file, said.fileHint),
    ...field(secret, said.passphrase, ''),
    ...field(pack, said.pack, ''),
  ];
  return form(said.open, said.openIt, fields, async () => {
    const kept = await readFile<KeyFile>(file, 'sauti-justice-keys');
    const brought = await readFile<LetterPack>(pack, 'sauti-letters');
    const seed = await unwrapSeed(kept, secret.value);
    if (!seed) throw new NotUsable(words().wrong);
    await openPack(await keysOfSeed(seed, kept.card), brought);
  });
}

function recovery(): HTMLElement {
  const [one, other, name, secret] = [
    input('one', 'text'),
    input('other', 'text'),
    input('recovered-name', 'text'),
    input('recovered-secret', 'password'),
  ];
  name.required = true;
  secret.minLength = 16;
  const said = words();
  const fields = [
    ...field(one, said.one, said.lineHint),
    ...field(other, said.other, ''),
    ...field(name, said.name, ''),
    ...field(secret, said.passphrase, said.passphraseHint),
  ];
  return form(said.recover, said.recover, fields, async () => {
    const recovered = await recoverSeed(one.value, other.value);
    if (!recovered.ok) throw new NotUsable(words().failed[recovered.why]);
    await showKeys(recovered.seed, name.value.trim(), secret.value, null);
  });
}

/** Draws everything anew in the chosen language; what was typed goes, for most of it is secret. */
function draw(): void {
  const { title, lead } = words();
  document.documentElement.lang = language;
  document.title = title;
  const other = language === 'en' ? 'sw' : 'en';
  const change = element('button', { type: 'button', lang: other }, other === 'sw' ? 'Kiswahili' : 'English');
  change.addEventListener('click', () => {
    language = other;
    draw();
  });
  results.replaceChildren();
  const heading = element('header', {}, element('h1', {}, title), change);
  document.body.replaceChildren(heading, element('p', {}, lead), setUp(), opening(), recovery(), results);
}

draw();
