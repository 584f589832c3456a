import type { Recording } from '../../../shared/recording/schema.ts';
import type { KindVersion, Question } from '../../../shared/submission/kind-rules.ts';
import { isOneTouch, type Kind, type Many, type Rank, type When } from '../../../shared/submission/kinds.ts';
import type { Figures } from '../../../shared/submission/schema.ts';
import type { LetterWish } from '../../app/places.ts';

/** Whom a complaint is about, as far as its writer knows. */
export interface AboutOfficer {
  readonly rank: Rank;
  readonly wing: string | null;
  readonly name: string | null;
}

/** A complaint while its questions are being answered. In memory only, until it is sealed. */
export interface Draft {
  /** Made when the form opened: two taps on *Send* are one submission. */
  readonly id: string;
  readonly bornAt: number;
  readonly kind: Kind | null;
  /** The rules that it is asked by, as they were when its kind was chosen: a change does not reach into a form. */
  readonly asked: KindVersion | null;
  readonly problem: string | null;
  readonly when: When | null;
  readonly many: Many | null;
  readonly text: string;
  /** His own words, spoken. */
  readonly voice: Recording | null;
  readonly about: AboutOfficer | null;
  /** The line of his own record that it is about, as it stood on the screen. */
  readonly figures: Figures | null;
  /** *Say more?* was answered. */
  readonly moreAsked: boolean;
  /** It goes to the visiting justice, sealed; null: to the officers. */
  readonly letter: LetterWish | null;
  /** He says that he is in danger now. Only of a letter. */
  readonly danger: boolean;
}

/** One question a screen, in this order; the last one reads everything back. */
export const steps = ['kind', 'officer', 'problem', 'when', 'many', 'more', 'read-back'] as const;
export type Step = (typeof steps)[number];

/** An unanswered form. */
export function emptyDraft(form: { id: string; bornAt: number }): Draft {
  return {
    ...form,
    kind: null,
    asked: null,
    problem: null,
    when: null,
    many: null,
    text: '',
    voice: null,
    about: null,
    figures: null,
    moreAsked: false,
    letter: null,
    danger: false,
  };
}

/** Whether a question is one of its kind. */
export function asks({ asked }: Pick<Draft, 'asked'>, question: Question): boolean {
  return asked?.rules.questions.includes(question) ?? true;
}

const answered: Readonly<Record<Exclude<Step, 'read-back'>, (draft: Draft) => boolean>> = {
  kind: draft => draft.kind !== null,
  officer: draft => draft.about !== null,
  problem: draft => draft.problem !== null,
  when: draft => draft.when !== null,
  many: draft => draft.many !== null,
  more: draft => draft.moreAsked,
};

/** The questions of its kind; as long as none is chosen, those of most. */
export function stepsOf(draft: Pick<Draft, 'kind' | 'asked'>): readonly Step[] {
  return steps.filter(step => {
    if (step === 'officer') return draft.kind === 'officer';
    if (step === 'problem') return draft.kind === null || !isOneTouch(draft.kind);
    return step === 'when' || step === 'many' ? asks(draft, step) : true;
  });
}

/** The first question that is still open; so a changed answer leads straight back to the reading back. */
export function nextStep(draft: Draft): Step {
  // Who only wishes to be seen has said so already.
  if (draft.letter === 'see') return 'read-back';
  return stepsOf(draft).find(step => step !== 'read-back' && !answered[step](draft)) ?? 'read-back';
}

/** Another subject has other problems, so the old one no longer answers the question. */
export function withKind(draft: Draft, asked: KindVersion): Draft {
  const { kind, rules } = asked;
  const stays = draft.kind === kind && draft.problem !== null && rules.problems.includes(draft.problem);
  const only = isOneTouch(kind) ? (rules.problems[0] ?? null) : null;
  return { ...draft, kind, asked, problem: stays ? draft.problem : only };
}

/** Whether going away now would lose something that its writer chose. */
export function isBegun(draft: Draft | null): boolean {
  if (draft?.letter === 'see') return true;
  return (
    draft !== null &&
    (draft.kind !== null || draft.text !== '' || draft.voice !== null || draft.about !== null)
  );
}
