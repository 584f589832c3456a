import { filledUp, sealAnswer, signSheet } from '../../shared/letter/answer.ts';
import type { JusticeKeys } from '../../shared/letter/justice-key.ts';
import { type Phrase, phrases } from '../../shared/letter/kinds.ts';
import { type OpenedLetter, type OpenedPack, speaksForJustices } from '../../shared/letter/pack.ts';
import type { StickFile } from '../../shared/letter/schema.ts';
import { spacedCode } from '../../shared/submission/code.ts';
import { element, field } from '../verifier/element.ts';
import { form, heading, input, printButton, saveLink } from './page.ts';
import { matterWords, officerWords, words } from './words.ts';

interface Shown {
  readonly code: string;
  readonly section: HTMLElement;
  /** What is to be answered; `''` for nothing more. */
  readonly answer: HTMLSelectElement;
}

function answerChoice({ letter, answered }: OpenedLetter): HTMLSelectElement {
  const said = words();
  const choice = element(
    'select',
    { id: `answer-${letter.code}` },
    element('option', { value: '' }, said.noAnswer),
    ...phrases.map(value => element('option', { value }, said.phrases[value])),
  );
  choice.value = answered === null ? 'opened' : '';
  return choice;
}

function linesOf({ letter }: OpenedLetter, { content }: OpenedPack): HTMLElement[] {
  const { matter, text, danger } = letter;
  const said = words();
  const about = matter
    ? [matterWords(matter), matter.when && said.whens[matter.when], matter.many && said.manys[matter.many]]
        .filter(Boolean)
        .join(' · ')
    : said.see;
  return [
    ...(danger ? [element('p', { className: 'trouble' }, said.danger)] : []),
    element('p', { className: 'verdict' }, about),
    ...(matter?.aboutOfficer ? [element('p', {}, officerWords(matter.aboutOfficer, content.wings))] : []),
    ...(text === null ? [] : [element('p', { className: 'text' }, text)]),
  ];
}

function shownLetter(one: OpenedLetter, pack: OpenedPack): Shown {
  const { letter, receivedOn, answered } = one;
  const { number, checked, wing, writtenOn, code } = letter;
  const said = words();
  const who = number === null ? said.nameless : `${number}${checked ? '' : ` (${said.unchecked})`}`;
  const already = answered === null ? '' : ` · ${said.answered} ${said.phrases[answered]}`;
  const answer = answerChoice(one);
  const section = element(
    'section',
    {},
    heading(`${who} · ${wing} · ${writtenOn}`),
    ...linesOf(one, pack),
    element('p', { className: 'hint' }, `${said.code} ${spacedCode(code)} · ${receivedOn}${already}`),
    element('div', { className: 'answer' }, ...field(answer, said.answer, '')),
  );
  return { code, section, answer };
}

/** One letter of another form, from whoever has a kiosk's key, must not keep the others from being read. */
function shownOrSaid(one: OpenedLetter, pack: OpenedPack): Shown | HTMLElement {
  try {
    return shownLetter(one, pack);
  } catch {
    return element('p', { className: 'trouble' }, words().unreadable);
  }
}

/** The sheet that goes back to the prison: fixed phrases that only a letter's code finds, filled up with others. */
async function answerFile(
  keys: JusticeKeys,
  { prison }: OpenedPack,
  shown: readonly Shown[],
  nextVisit: string,
): Promise<StickFile> {
  const chosen = shown.flatMap(({ code, answer }) => {
    const phrase: Phrase | undefined = phrases.find(one => one === answer.value);
    return phrase ? [{ code, phrase }] : [];
  });
  const answers = await Promise.all(chosen.map(({ code, phrase }) => sealAnswer(code, prison.id, phrase)));
  const sheet = await signSheet(keys, {
    prison: prison.id,
    id: crypto.randomUUID(),
    answers: filledUp(answers),
    nextVisit: nextVisit === '' ? null : nextVisit,
    madeAt: Temporal.Now.instant().toString(),
  });
  return { version: 1, kind: 'sauti-letter-answers', sheet };
}

function answering(keys: JusticeKeys, pack: OpenedPack, shown: readonly Shown[]): HTMLElement {
  const said = words();
  const visit = input('next-visit', 'date');
  const place = element('div');
  return element(
    'div',
    { className: 'on-screen' },
    form({
      title: said.answers,
      action: said.sign,
      fields: [...field(visit, said.nextVisit, said.nextVisitHint)],
      place,
      work: async () => {
        const file = await answerFile(keys, pack, shown, visit.value);
        place.replaceChildren(saveLink(said.saveAnswers, 'sauti-answers.json', file));
      },
    }),
    place,
  );
}

/** The letters of a pack, the endangered first, each with its answer. */
export function lettersOf(keys: JusticeKeys, pack: OpenedPack): HTMLElement[] {
  const said = words();
  if (pack.letters.length === 0) return [element('p', {}, said.none)];
  const ordered = pack.letters.toSorted(
    (a, b) => Number(b.letter.danger) - Number(a.letter.danger) || (a.receivedOn < b.receivedOn ? 1 : -1),
  );
  const all = ordered.map(one => shownOrSaid(one, pack));
  const shown = all.flatMap(one => (one instanceof HTMLElement ? [] : [one]));
  return [
    printButton(),
    ...all.map(one => (one instanceof HTMLElement ? one : one.section)),
    ...(speaksForJustices(pack, keys) ? [answering(keys, pack, shown)] : []),
  ];
}
