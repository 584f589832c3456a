import type { OpenedPack } from '../../shared/letter/pack.ts';
import { fillIn } from '../../shared/log/say-report.ts';
import { visitLines } from '../../shared/visit/lines.ts';
import { afterLetters } from '../../shared/visit/losses.ts';
import { type Cell, lossTable, type VisitTable, visitTables } from '../../shared/visit/tables.ts';
import { element } from '../verifier/element.ts';
import { heading } from './page.ts';
import { visitSentence, visitWords } from './words.ts';

const cellWords = (cell: Cell): string => (typeof cell === 'string' ? cell : String(cell.case));

function tableOf({ title, head, rows }: VisitTable): HTMLElement {
  const caption = element('caption', {}, `${title} (${rows.length})`);
  const columns = head.map(column => element('th', { scope: 'col' }, column));
  const lines = rows.map(row => element('tr', {}, ...row.map(cell => element('td', {}, cellWords(cell)))));
  const made = element('table', {}, caption, element('thead', {}, element('tr', {}, ...columns)));
  made.append(element('tbody', {}, ...lines));
  return element('div', { className: 'wide' }, made);
}

function headLines({ content: { visit } }: OpenedPack): HTMLElement {
  const lines = visitLines(visit).map(({ key, count }) =>
    element('li', {}, fillIn(visitSentence(`line-${key}`), { count })),
  );
  return element('ol', {}, ...lines);
}

/** What else came with the letters; and of their writers what they lost since, which nobody but this machine works out. */
export function visitOf(pack: OpenedPack): HTMLElement[] {
  const { visit } = pack.content;
  const words = visitWords();
  const ofWriters = afterLetters(
    visit.losses,
    pack.letters.map(({ letter }) => letter),
  );
  const whole = element(
    'details',
    { className: 'printed' },
    element('summary', {}, words.say('lines')),
    headLines(pack),
    ...visitTables(visit, words).map(tableOf),
  );
  return [
    ...(ofWriters.length === 0
      ? []
      : [heading(words.say('title-letter-losses')), tableOf(lossTable('letter-losses', ofWriters, words))]),
    whole,
  ];
}
