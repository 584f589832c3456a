import type { JusticeKeys } from '../../shared/letter/justice-key.ts';
import { type OpenedPack, speaksForJustices } from '../../shared/letter/pack.ts';
import { phraseOf } from '../../shared/letter/phrase.ts';
import { type Readers, signStatement } from '../../shared/letter/register.ts';
import type { KeyCard, KeyStatement, StickFile } from '../../shared/letter/schema.ts';
import { element, field } from '../verifier/element.ts';
import { form, heading, input, NotUsable, readFile, saveLink } from './page.ts';
import { words } from './words.ts';

async function cardLine({ name, kind, signing }: KeyCard, { anchor }: Readers): Promise<HTMLElement> {
  const said = words();
  const note = signing === anchor ? said.anchor : said.kinds[kind];
  return element('li', {}, `${name} (${note}): `, element('strong', {}, await phraseOf(signing)));
}

/** Says something in the register, as a file for the panel. */
async function statementLink(
  keys: JusticeKeys,
  prison: string,
  action: KeyStatement['action'],
  card: KeyCard,
): Promise<HTMLElement> {
  const statement = await signStatement(keys, prison, action, card);
  const file: StickFile = { version: 1, kind: 'sauti-letter-key', statement };
  return saveLink(words().statement, 'sauti-register.json', file);
}

/** A colleague's card: his six words first, which only he can say; then what is signed for him. */
function lettingIn(keys: JusticeKeys, { prison }: OpenedPack): HTMLElement {
  const said = words();
  const file = input('card-file', 'file');
  const place = element('div');
  const asked = form({
    title: said.letIn,
    action: said.look,
    fields: field(file, said.cardFile, said.cardHint),
    place,
    work: async () => {
      const { card } = await readFile<Extract<StickFile, { kind: 'sauti-letter-card' }>>(
        file,
        'sauti-letter-card',
      );
      const sure = element('button', { type: 'button', className: 'check' }, said.compared);
      sure.addEventListener('click', async () => {
        sure.replaceWith(await statementLink(keys, prison.id, 'enrol', card));
      });
      place.replaceChildren(
        element('p', {}, `${card.name} (${said.kinds[card.kind]}): `),
        element('p', {}, element('strong', { id: 'their-phrase' }, await phraseOf(card.signing))),
        element('p', {}, said.compare),
        sure,
      );
    },
  });
  return element('div', {}, asked, place);
}

/** Nobody seals to this card any more. The last justice stays: his successor comes first. */
function ending(keys: JusticeKeys, { prison }: OpenedPack, cards: readonly KeyCard[]): HTMLElement {
  const said = words();
  const choice = element(
    'select',
    { id: 'to-end' },
    ...cards.map(({ signing, name }) => element('option', { value: signing }, name)),
  );
  const place = element('div');
  const asked = form({
    title: said.end,
    action: said.sign,
    fields: field(choice, said.endWhom, said.endHint),
    place,
    work: async () => {
      const card = cards.find(({ signing }) => signing === choice.value);
      const left = cards.some(one => one.kind === 'justice' && one !== card);
      if (!card || !left) throw new NotUsable(said.endLast);
      place.replaceChildren(await statementLink(keys, prison.id, 'end', card));
    },
  });
  return element('div', {}, asked, place);
}

/** Whose keys open this prison's letters, by the register in the pack, and what a justice may say in it. */
export async function registerOf(keys: JusticeKeys, pack: OpenedPack): Promise<HTMLElement[]> {
  const { readers } = pack;
  const said = words();
  const known = readers.cards.some(({ signing }) => signing === keys.card.signing);
  return [
    heading(said.whoOpens),
    element('p', {}, said.whoOpensNote),
    ...(known ? [] : [element('p', { className: 'trouble' }, said.notIn)]),
    element('ul', {}, ...(await Promise.all(readers.cards.map(card => cardLine(card, readers))))),
    ...(speaksForJustices(pack, keys)
      ? [element('div', { className: 'on-screen' }, lettingIn(keys, pack), ending(keys, pack, readers.cards))]
      : []),
  ];
}
