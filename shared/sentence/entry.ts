import Type, { type Static } from 'typebox';
import { bodyOf, type EntryOf, kindsOf, type LineOf, orNull, strict } from '../prisoner/lines.ts';
import { Id, oneOf, PlainDay, text } from '../schema.ts';
import { sentenceKinds } from './case.ts';
import { losses } from './losses.ts';

/**
 * The lines of a sentence record. They are only ever added: a mistake is answered by a line that reverses it with a
 * reason, so that whoever reads the record later sees both.
 */
const days = Type.Integer({ minimum: 1, maximum: 40_000 });
const count = Type.Integer({ minimum: 0, maximum: 1_000 });
const daysOrNone = Type.Integer({ minimum: 0, maximum: 40_000 });
const cents = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const order = text(80);
const person = text(80);

/** Why days earn no remission (Prisons Act s. 46). */
export const nonEarningWhys = ['own-fault-hospital', 'malingering', 'separate-cell'] as const;

/** What each kind of line holds beside its day and its reason. */
export const sentenceContents = {
  sentence: Type.Object(
    {
      date: PlainDay,
      years: count,
      months: count,
      days: daysOrNone,
      kind: oneOf(sentenceKinds),
      /** The line of the sentence after which this one runs. */
      consecutiveTo: orNull(Id),
      custodyDays: daysOrNone,
      fineCents: cents,
      court: orNull(text(80)),
    },
    strict,
  ),
  'fine-paid': Type.Object({ sentence: Id, cents }, strict),
  'non-earning': Type.Object({ from: PlainDay, to: PlainDay, why: oneOf(nonEarningWhys) }, strict),
  forfeiture: Type.Object({ days, orderedBy: person, order, heardOn: orNull(PlainDay) }, strict),
  restoration: Type.Object({ days, orderedBy: person, order }, strict),
  extra: Type.Object({ days, orderedBy: person, order }, strict),
  'at-large': Type.Object({ from: PlainDay, to: PlainDay }, strict),
  bail: Type.Object({ from: PlainDay, to: PlainDay }, strict),
  deprivation: Type.Object({ orderedBy: person, order }, strict),
  punishment: Type.Object(
    {
      lost: oneOf(losses),
      what: text(120),
      orderedBy: person,
      order,
      from: PlainDay,
      to: orNull(PlainDay),
    },
    strict,
  ),
  /** A day on which he must be in court; of somebody on remand it stands where others see their release. */
  'court-day': Type.Object({ on: PlainDay, court: text(80) }, strict),
  /** The two dates of rule 97's record, as it is kept by hand. */
  dates: Type.Object({ latest: PlainDay, earliest: PlainDay }, strict),
} as const;

export type SentenceLine = LineOf<typeof sentenceContents>;
export type SentenceLineKind = SentenceLine['kind'];
export type SentenceEntryKind = SentenceLineKind | 'reversal';
export const sentenceLineKinds = kindsOf(sentenceContents);
export type SentenceEntry = EntryOf<SentenceLine>;

export const SentenceEntryBody = bodyOf(sentenceContents);
export type SentenceEntryBody = Static<typeof SentenceEntryBody>;

/** The day that a line is about, for the order in which a record is read. */
export function dayOfLine(line: SentenceLine, today: string): string {
  switch (line.kind) {
    case 'sentence':
      return line.content.date;
    case 'non-earning':
    case 'at-large':
    case 'bail':
    case 'punishment':
      return line.content.from;
    case 'court-day':
      return line.content.on;
    default:
      return today;
  }
}
