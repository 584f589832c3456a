import { makeValue } from './value.ts';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly words: string;
}

/** What just happened, said once over the page. */
export const toasts = makeValue<readonly Toast[]>([]);

const seconds = { done: 5, problem: 10 } as const;
let last = 0;

/** Says something for some seconds; a problem stays longer than a thing that went well. */
export function say(toast: Omit<Toast, 'id'>): void {
  last += 1;
  const id = last;
  toasts.set([...toasts.get(), { ...toast, id }]);
  setTimeout(() => toasts.set(toasts.get().filter(other => other.id !== id)), seconds[toast.kind] * 1000);
}
