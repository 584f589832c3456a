import type { ComplaintForm } from '../../store/index.ts';
import { asks, type Draft, nextStep } from './draft.ts';

/** The form as it is sent, or null while a question is open. `language` is the one the writer reads. */
export function completeForm(draft: Draft, language: string): ComplaintForm | null {
  const { id, bornAt, kind, problem, about, voice } = draft;
  if (kind === null || problem === null || nextStep({ ...draft, moreAsked: true }) !== 'read-back')
    return null;
  const text = draft.text.trim();
  return {
    id,
    bornAt,
    kind,
    kindVersion: draft.asked?.version ?? 0,
    problem,
    // What its kind does not ask has no answer.
    when: asks(draft, 'when') ? draft.when : null,
    many: asks(draft, 'many') ? draft.many : null,
    text: text === '' ? null : text,
    aboutOfficer: about,
    language,
    ...(voice ? { recording: voice } : {}),
    ...(draft.figures ? { figures: draft.figures } : {}),
  };
}
