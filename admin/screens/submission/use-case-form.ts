import { useEffect, useRef, useState } from 'preact/hooks';
import { type Act, useAct } from '../../app/use-act.ts';
import { dropDraft, keepDraft, readDraft } from '../../store/draft.ts';

interface CaseForm<T> extends Act {
  readonly draft: T;
  readonly change: (changed: Partial<T>) => void;
  /** Sends; afterwards the draft is gone. On a refusal the case is read anew and the draft stays. */
  readonly send: (work: () => Promise<void>) => Promise<boolean>;
}

/**
 * The draft of one form of one case, kept when the form is left, and its sending. `reload` shows the case as
 * it is now, so that after a conflict one sees what came between and can send again.
 */
export function useCaseForm<T extends object>(
  place: string,
  empty: T,
  reload: () => Promise<void>,
): CaseForm<T> {
  const [draft, setDraft] = useState<T>(() => readDraft<T>(place) ?? empty);
  const act = useAct();
  const change = (changed: Partial<T>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    // A form in which nothing is said need not be open again next time.
    if (JSON.stringify(next) === JSON.stringify(empty)) dropDraft(place);
    else keepDraft(place, next);
  };
  const send = async (work: () => Promise<void>) => {
    const done = await act.run(work);
    if (done) dropDraft(place);
    await reload();
    return done;
  };
  return { ...act, draft, change, send };
}

/** Puts the focus into the form's first field when it opens, and brings it into sight. */
export function useFormFocus() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, select, textarea');
    first?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return form;
}
