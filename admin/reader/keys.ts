import {
  type JusticeKeys,
  type KeyFile,
  keysOfSeed,
  unwrapSeed,
  wrapSeed,
} from '../../shared/letter/justice-key.ts';
import { phraseOf } from '../../shared/letter/phrase.ts';
import { recoverSeed, recoveryLines } from '../../shared/letter/recovery.ts';
import { signStatement } from '../../shared/letter/register.ts';
import type { KeyCard, StickFile } from '../../shared/letter/schema.ts';
import { element, field } from '../verifier/element.ts';
import { form, input, NotUsable, printButton, readFile, results, saveLink } from './page.ts';
import { words } from './words.ts';

/** Whoever makes keys: the first justice of a prison, one whom a colleague lets in, or the reader on duty outside. */
const offices = ['first', 'justice', 'duty'] as const;
type Office = (typeof offices)[number];

/** What the panel takes in, or a colleague's reader. */
async function introduction(keys: JusticeKeys, office: Office, prison: string): Promise<HTMLElement> {
  if (office !== 'first') {
    const card: StickFile = { version: 1, kind: 'sauti-letter-card', card: keys.card };
    return saveLink(words().card, 'sauti-card.json', card);
  }
  const statement = await signStatement(keys, prison, 'enrol', keys.card);
  const line: StickFile = { version: 1, kind: 'sauti-letter-key', statement };
  return saveLink(words().statement, 'sauti-register.json', line);
}

async function showKeys(
  seed: Uint8Array<ArrayBuffer>,
  card: Pick<KeyCard, 'name' | 'kind'>,
  passphrase: string,
  more: (keys: JusticeKeys) => Promise<readonly Node[]>,
): Promise<void> {
  const keys = await keysOfSeed(seed, card);
  const file = await wrapSeed(seed, keys.card, passphrase);
  const phrase = await phraseOf(keys.card.signing);
  const lines = await recoveryLines(seed);
  results.replaceChildren(
    element('p', { className: 'verdict' }, words().made),
    element('ol', {}, ...lines.map(line => element('li', { className: 'line' }, line))),
    printButton(),
    element('p', {}, words().words, ' ', element('strong', { id: 'phrase' }, phrase)),
    saveLink(words().keyFile, 'sauti-keys.json', file),
    ...(await more(keys)),
  );
}

function officeChoice(): HTMLSelectElement {
  const said = words().offices;
  return element(
    'select',
    { id: 'office' },
    ...offices.map(value => element('option', { value }, said[value])),
  );
}

export function makingKeys(): HTMLElement {
  const said = words();
  const [name, prison, secret] = [
    input('name', 'text'),
    input('prison', 'text'),
    input('new-secret', 'password'),
  ];
  const office = officeChoice();
  for (const control of [name, prison, secret]) control.required = true;
  secret.minLength = 16;
  const ofPrison = element('div', {}, ...field(prison, said.prison, said.prisonHint));
  office.addEventListener('change', () => {
    prison.required = office.value === 'first';
    ofPrison.hidden = !prison.required;
  });
  return form({
    title: said.setUp,
    action: said.make,
    fields: [
      ...field(name, said.name, ''),
      ...field(office, said.office, ''),
      ofPrison,
      ...field(secret, said.passphrase, said.passphraseHint),
    ],
    work: () => {
      const chosen = offices.find(one => one === office.value) ?? 'first';
      const card = { name: name.value.trim(), kind: chosen === 'duty' ? chosen : ('justice' as const) };
      const seed = crypto.getRandomValues(new Uint8Array(32));
      return showKeys(seed, card, secret.value, async keys => [
        await introduction(keys, chosen, prison.value.trim()),
      ]);
    },
  });
}

export function recovering(): HTMLElement {
  const said = words();
  const [one, other, name, secret] = [
    input('one', 'text'),
    input('other', 'text'),
    input('recovered-name', 'text'),
    input('recovered-secret', 'password'),
  ];
  name.required = true;
  secret.minLength = 16;
  return form({
    title: said.recover,
    action: said.recover,
    fields: [
      ...field(one, said.one, said.lineHint),
      ...field(other, said.other, ''),
      ...field(name, said.name, ''),
      ...field(secret, said.passphrase, said.passphraseHint),
    ],
    work: async () => {
      const recovered = await recoverSeed(one.value, other.value);
      if (!recovered.ok) throw new NotUsable(words().failed[recovered.why]);
      const card = { name: name.value.trim(), kind: 'justice' as const };
      await showKeys(recovered.seed, card, secret.value, () => Promise.resolve([]));
    },
  });
}

/** Opens the key file; the keys stay in memory until the page is closed. */
export function unlocking(onKeys: (keys: JusticeKeys) => void): HTMLElement {
  const said = words();
  const [file, secret] = [input('key-file', 'file'), input('secret', 'password')];
  return form({
    title: said.unlock,
    action: said.unlockIt,
    fields: [...field(file, said.file, said.fileHint), ...field(secret, said.passphrase, '')],
    work: async () => {
      const kept = await readFile<KeyFile>(file, 'sauti-justice-keys');
      const seed = await unwrapSeed(kept, secret.value);
      if (!seed) throw new NotUsable(words().wrong);
      onKeys(await keysOfSeed(seed, kept.card));
    },
  });
}
