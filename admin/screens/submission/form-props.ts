import type { Action } from '../../../shared/submission/life.ts';
import type { IconName } from '../../components/pictures.ts';
import { type CaseName, caseKey } from '../../store/case-name.ts';
import type { Me } from '../../store/session.ts';
import type { CasePage } from '../../store/submission.ts';

/** Actions that open a form, in the order of their buttons, each with its key. */
export const formActions = [
  { action: 'pass', key: 'p', icon: 'eye' },
  { action: 'forward', key: 'f', icon: 'landmark' },
  { action: 'answer', key: 'r', icon: 'pencil' },
  { action: 'route', key: 'o', icon: 'forward' },
  { action: 'return', key: 'b', icon: 'corner-up-left' },
  { action: 'note', key: 'n', icon: 'message-square' },
  { action: 'close', key: 'x', icon: 'archive' },
] as const satisfies readonly { action: Action; key: string; icon: IconName }[];
export type FormAction = (typeof formActions)[number]['action'];

/** Where the draft of a form is kept. */
export function draftPlace(action: FormAction, name: CaseName): string {
  return `${action} ${caseKey(name)}`;
}

export interface FormProps {
  readonly me: Me;
  readonly page: CasePage;
  readonly reload: () => Promise<void>;
  readonly action: FormAction;
  /** False when the case went on meanwhile and this can no longer be done; what was typed stays to be read. */
  readonly possible: boolean;
  readonly onCancel: () => void;
  /** Closes the form after it was done. */
  readonly onDone: () => void;
  /** Leaves the case for the list. */
  readonly onBack: () => void;
}
