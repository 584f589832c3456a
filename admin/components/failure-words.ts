import type { Failure } from '../api/failure.ts';
import { t, type WordValues } from '../i18n/words.ts';

/** The sentence a person reads for a failure. */
export function failureWords(failure: Failure, values?: WordValues): string {
  return failure === 'unreachable' ? t('failure.unreachable') : t(`problems.${failure}`, values);
}
