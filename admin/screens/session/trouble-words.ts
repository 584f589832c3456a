import type { Failure } from '../../api/failure.ts';
import { failureWords } from '../../components/failure-words.ts';
import { t } from '../../i18n/words.ts';

/** What is said after a try that failed; once the wait is over there is nothing left to say about it. */
export function troubleWords(failure: Failure | null, secondsLeft: number): string | null {
  if (secondsLeft > 0) return t('sign-in.wait', { count: secondsLeft });
  return failure === null || failure === 'slow-down' ? null : failureWords(failure);
}
