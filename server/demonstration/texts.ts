import type { Rule43Kind } from '../../shared/submission/kinds.ts';
import type { Outcome, OutcomeDetail } from '../../shared/submission/reply.ts';
import type { Random } from './random.ts';
import type { Language, Said } from './story.ts';
import aboutOfficers from './words/about-officers.json' with { type: 'json' };
import beans from './words/beans.json' with { type: 'json' };
import complaints from './words/complaints.json' with { type: 'json' };
import notes from './words/notes.json' with { type: 'json' };
import replies from './words/replies.json' with { type: 'json' };

type ByLanguage = Readonly<Record<Language, readonly string[]>>;
type Reply = Readonly<Record<Language, string>>;

const ofProblems: Readonly<Record<Rule43Kind, Readonly<Record<string, ByLanguage>>>> = complaints;
const repliesTo: Readonly<
  Record<Rule43Kind, Readonly<Record<string, Readonly<Record<'done' | 'will-be-done', Reply>>>>>
> = replies;

/** What prisoners wrote of a problem, in one language. Throws RangeError if there is nothing. */
export function complaintTexts(kind: Rule43Kind, problem: string, language: Language): readonly string[] {
  const found = ofProblems[kind][problem]?.[language];
  if (!found) throw new RangeError(`no made-up words for ${kind}: ${problem}`);
  return found;
}

export function aboutOfficerTexts(kind: Rule43Kind, language: Language): readonly string[] {
  return aboutOfficers[kind][language];
}

export function beanTexts(language: Language): readonly string[] {
  return beans[language];
}

export function noteText(of: keyof typeof notes, random: Random): string {
  return random.pick(notes[of]);
}

/** Why a reply is written other than as the answer to a problem for the first time. */
export type Reason = 'first' | 'again' | 'officer' | 'headquarters';

function wordsOf(said: Said, outcome: Outcome, reason: Reason): string {
  const language = said.language as Language;
  if (outcome === 'not-done' || outcome === 'passed-on') return replies.any[outcome][language];
  if (reason !== 'first') return replies[reason][outcome][language];
  const found = repliesTo[said.kind][said.problem]?.[outcome];
  if (!found) throw new RangeError(`no made-up reply to ${said.kind}: ${said.problem}`);
  return found[language];
}

/** A reply in the writer's language that says enough to be sent. `day` is the day on which it is written. */
export function replyOf(
  said: Said,
  outcome: Outcome,
  reason: Reason,
  day: Temporal.PlainDate,
  random: Random,
): OutcomeDetail {
  const dated = outcome === 'done' || outcome === 'will-be-done';
  const on = outcome === 'done' ? day : day.add({ days: random.between(3, 12) });
  return {
    outcome,
    on: dated ? on.toString() : null,
    next: dated ? null : replies.next[outcome as 'not-done' | 'passed-on'][said.language as Language],
    text: wordsOf(said, outcome, reason),
  };
}
