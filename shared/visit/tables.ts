import type { LossRow, VisitCase, VisitPack } from './schema.ts';

/** A cell is words, or a case by its number. */
export type Cell = string | { readonly case: number };

/** A part of the pack as a table; how it looks is for whoever shows it. */
export interface VisitTable {
  readonly key: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The words of a pack, in the language of whoever reads it. */
export interface VisitWords {
  /** A word of the pack's own, by its key under `visit`. */
  readonly say: (key: string) => string;
  readonly day: (day: string) => string;
  readonly matter: (kind: VisitCase['kind'], problem: string) => string;
  readonly state: (state: VisitCase['state']) => string;
  readonly irregularity: (kind: string) => string;
}

const none = '–';

function table(
  words: VisitWords,
  key: string,
  columns: readonly string[],
  rows: VisitTable['rows'],
): VisitTable {
  return {
    key,
    title: words.say(`title-${key}`),
    head: columns.map(column => words.say(`column-${column}`)),
    rows,
  };
}

const who = ({ number, name }: { readonly number: string; readonly name: string }) => `${number} ${name}`;

function heldTable({ held }: VisitPack, words: VisitWords): VisitTable {
  const day = (on: string | null) => (on === null ? words.say('never') : words.day(on));
  const unknown = (text: string | null) => text ?? words.say('not-entered');
  return table(
    words,
    'held',
    ['person', 'where', 'since', 'until', 'why', 'ordered-by', 'examined', 'offered'],
    held.map(row => [
      who(row),
      words.say(`held-${row.where}`),
      words.day(row.since),
      row.until === null ? none : words.day(row.until),
      unknown(row.why),
      unknown(row.orderedBy),
      day(row.examinedOn),
      day(row.offeredOn),
    ]),
  );
}

/** Losses, each with what it followed: a submission, or on the reader's own machine a letter. */
export function lossTable(key: string, losses: readonly LossRow[], words: VisitWords): VisitTable {
  return table(
    words,
    key,
    ['person', 'what', 'on', 'entered', 'by', 'why', 'after', 'after-day'],
    losses.map(row => [
      who(row),
      row.undone
        ? `${words.say(`loss-${row.kind}`)} (${words.say('undone')})`
        : words.say(`loss-${row.kind}`),
      words.day(row.on),
      words.day(row.enteredOn),
      row.by ?? none,
      row.reason ?? none,
      row.after === null || row.after.number === null ? none : { case: row.after.number },
      row.after ? words.day(row.after.on) : none,
    ]),
  );
}

function departureTable({ departures }: VisitPack, words: VisitWords): VisitTable {
  return table(
    words,
    'departures',
    ['person', 'what', 'on', 'entered', 'by', 'left-open'],
    departures.map(row => [
      who(row),
      words.say(`departure-${row.kind}`),
      words.day(row.on),
      words.day(row.enteredOn),
      row.by ?? none,
      row.cases.length === 0 ? none : row.cases.join(', '),
    ]),
  );
}

function caseTable(key: string, cases: readonly VisitCase[], words: VisitWords): VisitTable {
  return table(
    words,
    key,
    ['case', 'matter', 'wing', 'received', 'due', 'state'],
    cases.map(row => [
      { case: row.number },
      words.matter(row.kind, row.problem),
      row.wing ?? none,
      words.day(row.receivedOn),
      words.day(row.dueOn),
      row.reopened > 0 ? `${words.state(row.state)} (${words.say('reopened')})` : words.state(row.state),
    ]),
  );
}

const hours = (minutes: number) =>
  minutes === 0 ? none : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function kioskTable({ kiosks }: VisitPack, words: VisitWords): VisitTable {
  return table(
    words,
    'kiosks',
    ['kiosk', 'wing', 'silent', 'alone', 'missing'],
    kiosks.map(row => [
      row.revoked ? `${row.kiosk} (${words.say('revoked')})` : row.kiosk,
      row.wing,
      hours(row.silentMinutes),
      hours(row.aloneMinutes),
      row.missing.length === 0 ? none : row.missing.join(', '),
    ]),
  );
}

/** Everything in a pack but its head, in the order in which a visit goes through it; empty parts are left out. */
export function visitTables(pack: VisitPack, words: VisitWords): VisitTable[] {
  const after = pack.losses.filter(row => row.after !== null);
  const { say } = words;
  const { answers, pins } = pack;
  return [
    heldTable(pack, words),
    lossTable('losses', after, words),
    departureTable(pack, words),
    caseTable('overdue', pack.overdue, words),
    kioskTable(pack, words),
    table(
      words,
      'silent-wings',
      ['wing'],
      pack.silentWings.map(wing => [wing]),
    ),
    table(
      words,
      'answers',
      ['figure', 'count'],
      [
        [say('sent'), String(answers.sent)],
        [say('same-text'), String(answers.sameText)],
        [say('not-settled'), String(answers.notSettled)],
        [say('resets'), String(pins.resets)],
        [say('not-me'), String(pins.notMe)],
      ],
    ),
    table(
      words,
      'irregularities',
      ['what', 'count'],
      pack.irregularities.map(({ kind, count }) => [words.irregularity(kind), String(count)]),
    ),
    caseTable('sample', pack.sample, words),
    caseTable('cases', pack.cases, words),
  ].filter(({ rows }) => rows.length > 0);
}
