import { kindNow } from '../../../shared/submission/kind-rules.ts';
import { isPlea } from '../../../shared/submission/kinds.ts';
import { kioskNow } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go, replace } from '../../app/navigator.ts';
import type { Telling } from '../../app/places.ts';
import { changeSession, openDraft, session, type Who } from '../../app/session.ts';
import { type Draft, nextStep, type Step, withKind } from './draft.ts';

export interface DraftAnswers {
  readonly draft: Draft;
  /** Takes an answer and goes to the next question that is open. */
  readonly answer: (changed: Draft) => void;
  /** Takes an answer and stays. */
  readonly change: (changed: Draft) => void;
}

/** The complaint being made; null when it is gone, which the frame notices at the same moment. */
export function useDraft(): DraftAnswers | null {
  const { draft } = useLive(session);
  if (draft === null) return null;
  const change = (changed: Draft) => changeSession({ draft: changed });
  return {
    draft,
    change,
    answer(changed) {
      change(changed);
      go({ at: 'question', step: nextStep(changed) });
    },
  };
}

/** After an aside (words, an officer): on to what is open, so that *Back* does not lead into the aside again. */
export function goOn(draft: Draft): void {
  replace({ at: 'question', step: nextStep(draft) });
}

/** Opens what somebody comes to tell, and answers its first question. */
export function beginDraft(who: Who, purpose: Telling): Step {
  openDraft(who, purpose === 'letter' || purpose === 'see' ? purpose : null);
  const { draft } = session.get();
  if (!draft) return 'kind';
  const begun = isPlea(purpose) ? withKind(draft, kindNow(kioskNow().settings?.kinds, purpose)) : draft;
  changeSession({ draft: begun });
  return nextStep(begun);
}
