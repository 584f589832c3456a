import type { ComplaintForm } from '../../store/index.ts';
import type { Draft } from './draft.ts';

/** The form as it is sent, or null while a question is open. `language` is the one the writer reads. */
export function completeForm(draft: Draft, language: string): ComplaintForm | null {
  const { id, bornAt, kind, problem, when, many, about } = draft;
  if (kind === null || problem === null || when === null || many === null) return null;
  const text = draft.text.trim();
  return {
    id,
    bornAt,
    kind,
    problem,
    when,
    many,
    text: text === '' ? null : text,
    aboutOfficer: about,
    language,
    ...(draft.figures ? { figures: draft.figures } : {}),
  };
}
