import { sentenceKinds } from '../../../shared/sentence/case.ts';
import {
  nonEarningWhys,
  type SentenceEntryBody,
  type SentenceLineKind,
} from '../../../shared/sentence/entry.ts';
import { losses } from '../../../shared/sentence/losses.ts';

/** How a field of a line is typed. */
export type FieldType =
  | 'day'
  | 'day-or-none'
  | 'count'
  | 'money'
  | 'text'
  | 'text-or-none'
  | 'sentence'
  | 'sentence-or-none'
  | 'kind'
  | 'why'
  | 'lost';

/** The fields of each kind of line, in the order in which they are asked. */
export const fieldsOf: Readonly<Record<SentenceLineKind, Readonly<Record<string, FieldType>>>> = {
  sentence: {
    date: 'day',
    kind: 'kind',
    years: 'count',
    months: 'count',
    days: 'count',
    consecutiveTo: 'sentence-or-none',
    custodyDays: 'count',
    fineCents: 'money',
    court: 'text-or-none',
  },
  'fine-paid': { sentence: 'sentence', cents: 'money' },
  'non-earning': { from: 'day', to: 'day', why: 'why' },
  forfeiture: { days: 'count', orderedBy: 'text', order: 'text', heardOn: 'day-or-none' },
  restoration: { days: 'count', orderedBy: 'text', order: 'text' },
  extra: { days: 'count', orderedBy: 'text', order: 'text' },
  'at-large': { from: 'day', to: 'day' },
  bail: { from: 'day', to: 'day' },
  deprivation: { orderedBy: 'text', order: 'text' },
  punishment: {
    lost: 'lost',
    what: 'text',
    orderedBy: 'text',
    order: 'text',
    from: 'day',
    to: 'day-or-none',
  },
  'court-day': { on: 'day', court: 'text' },
  dates: { earliest: 'day', latest: 'day' },
};

export const choicesOf = { kind: sentenceKinds, why: nonEarningWhys, lost: losses } as const;

export type LineDraft = Readonly<Record<string, string | null>>;

/** What a typed field comes to; undefined if it is missing or wrong. */
function typedValue(type: FieldType, typed: string): string | number | null | undefined {
  const text = typed.trim();
  switch (type) {
    case 'count':
      return text === '' ? 0 : /^\d{1,5}$/.test(text) ? Number(text) : undefined;
    case 'money': {
      if (text === '') return 0;
      const [, shillings = '', cents = '0'] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
      return shillings === '' ? undefined : Number(shillings) * 100 + Number(cents.padEnd(2, '0'));
    }
    case 'day-or-none':
    case 'text-or-none':
    case 'sentence-or-none':
      return text === '' ? null : text;
    default:
      return text === '' ? undefined : text;
  }
}

/** The fields that are missing or wrong. */
export function mistakesIn(kind: SentenceLineKind, draft: LineDraft): string[] {
  return Object.entries(fieldsOf[kind]).flatMap(([name, type]) =>
    typedValue(type, draft[name] ?? '') === undefined ? name : [],
  );
}

/** The line as it is sent; null while something is missing. */
export function lineBody(kind: SentenceLineKind, draft: LineDraft, reason: string): SentenceEntryBody | null {
  if (mistakesIn(kind, draft).length > 0) return null;
  const content = Object.fromEntries(
    Object.entries(fieldsOf[kind]).map(([name, type]) => [name, typedValue(type, draft[name] ?? '')]),
  );
  // The fields are those of the kind, each of its type; the server checks them once more.
  return { kind, reason, content } as unknown as SentenceEntryBody;
}
