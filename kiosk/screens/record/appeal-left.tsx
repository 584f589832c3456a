import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { Strip } from '../../components/strip.tsx';
import { useWords } from '../../i18n/words.ts';
import type { Person } from '../../store/index.ts';
import { appealLeftWords } from './court-words.ts';
import { useOwn } from './use-own.ts';

/** How many of the days to appeal are left, beside what somebody asks about his own case; nothing once they are over. */
export function AppealLeft({ person }: { person: Person }) {
  const { say } = useWords();
  const { value } = useOwn(person, 'sentence');
  const left = appealLeftWords(say, value?.appealUntil ?? null, todayIn(zoneOf(useKiosk().settings)));
  return left ? <Strip icon="clock-alert" text={`${say('meant.appeal')}: ${left}`} /> : null;
}
