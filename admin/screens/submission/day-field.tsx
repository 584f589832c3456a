import { longestPromiseDays, type ReplyDays } from '../../../shared/submission/reply.ts';
import { Field } from '../../components/field.tsx';
import { addDays, longDay, todayInPrison } from '../../i18n/days.ts';
import { t, type WordKey } from '../../i18n/words.ts';

const pastDays: readonly (readonly [WordKey, number])[] = [
  ['day.today', 0],
  ['day.yesterday', -1],
];
const comingDays: readonly (readonly [WordKey, number])[] = [
  ['day.tomorrow', 1],
  ['day.three', 3],
  ['day.week', 7],
];

/** How many days back are offered by name; nobody looks for an older one in a list. */
const daysBack = 60;

/**
 * The days one can choose, the nearest first. One that was chosen before and lies outside stands among them,
 * so that it is not lost.
 */
export function choosableDays({ receivedOn, today }: ReplyDays, past: boolean, chosen: string): string[] {
  const days = past
    ? Array.from({ length: daysBack + 1 }, (_, back) => addDays(today, -back)).filter(
        day => day >= receivedOn,
      )
    : Array.from({ length: longestPromiseDays + 1 }, (_, ahead) => addDays(today, ahead));
  return chosen === '' || days.includes(chosen) ? days : [chosen, ...days];
}

interface DayFieldProps {
  readonly label: string;
  /** A day that was, or one that is to come. */
  readonly past: boolean;
  /** The day the submission was received: nothing was done about it before. */
  readonly receivedOn: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
  readonly error: string | null;
  readonly onChange: (day: string) => void;
}

/**
 * A day: the usual ones by one press, any other by its name. Not the browser's own field, which writes days
 * the way the machine is set up: in Kenya 03/04 on an American machine would be read wrongly.
 */
export function DayField({ label, past, receivedOn, day, error, onChange }: DayFieldProps) {
  const today = todayInPrison();
  return (
    <Field label={label} error={error}>
      {input => (
        <div class="p-day">
          <select
            {...input}
            class="p-input p-day__choice"
            value={day}
            onChange={event => onChange(event.currentTarget.value)}
          >
            <option value="">{t('day.choose')}</option>
            {choosableDays({ receivedOn, today }, past, day).map(one => (
              <option key={one} value={one}>
                {longDay(one, today)}
              </option>
            ))}
          </select>
          {(past ? pastDays.filter(([, days]) => addDays(today, days) >= receivedOn) : comingDays).map(
            ([words, days]) => (
              <button
                key={words}
                type="button"
                class="p-template"
                aria-pressed={day === addDays(today, days)}
                onClick={() => onChange(addDays(today, days))}
              >
                {t(words)}
              </button>
            ),
          )}
        </div>
      )}
    </Field>
  );
}
