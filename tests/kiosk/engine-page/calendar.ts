import { sayDate, sayDay } from '../../../kiosk/i18n/days.ts';
import { speak, startWords, words } from '../../../kiosk/i18n/words.ts';
import { sayMoney } from '../../../kiosk/screens/record/ledger-words.ts';
import type { Language } from '../../../shared/language/languages.ts';

/** What a language says of these days, counts and sums. */
export interface Said {
  readonly days: readonly string[];
  readonly dates: readonly string[];
  readonly kept: readonly string[];
  readonly money: string;
}

declare global {
  var sayIn: (language: Language, days: readonly string[], counts: readonly number[]) => Promise<Said>;
}

startWords();
globalThis.sayIn = async (language, days, counts) => {
  await speak(language);
  const { say } = words.get();
  return {
    days: days.map(day => sayDay(say, day)),
    dates: days.map(day => sayDate(say, day)),
    kept: counts.map(count => say('status.kept', { count })),
    money: say('earnings.money', { sum: sayMoney(123_456) }),
  };
};
