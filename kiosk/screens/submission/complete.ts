import type { ComplaintForm } from '../../store/index.ts';
import { asks, type Draft } from './draft.ts';

/** The form as it is sent, or null while a question is open. `language` is the one the writer reads. */
export function completeForm(draft: Draft, language: string): ComplaintForm | null {
  const { id, bornAt, kind, problem, about } = draft;
  // What its kind does not ask has no answer, and by its version nobody is shown one.
  const when = draft.when ?? (asks(draft, 'when') ? null : 'today');
  const many = draft.many ?? (asks(draft, 'many') ? null : 'me');
  if (kind === null || problem === null || when === null || many === null) return null;
  const text = draft.text.trim();
  return {
    id,
    bornAt,
    kind,
    kindVersion: draft.asked?.version ?? 0,
    problem,
    when,
    many,
    text: text === '' ? null : text,
    aboutOfficer: about,
    language,
    ...(draft.figures ? { figures: draft.figures } : {}),
  };
}
