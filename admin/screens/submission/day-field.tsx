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

interface DayFieldProps {
  readonly label: string;
  /** A day that was, or one that is to come. */
  readonly past: boolean;
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
  readonly error: string | null;
  readonly onChange: (day: string) => void;
}

/** A day: the usual ones by one press, any other by date; said again in words, so that it cannot be misread. */
export function DayField({ label, past, day, error, onChange }: DayFieldProps) {
  const today = todayInPrison();
  return (
    <Field label={label} error={error}>
      {input => (
        <div class="p-day">
          <input
            {...input}
            class="p-input p-input--short"
            type="date"
            min={past ? undefined : today}
            max={past ? today : undefined}
            value={day}
            onInput={event => onChange(event.currentTarget.value)}
          />
          {(past ? pastDays : comingDays).map(([words, days]) => (
            <button
              key={words}
              type="button"
              class="p-template"
              aria-pressed={day === addDays(today, days)}
              onClick={() => onChange(addDays(today, days))}
            >
              {t(words)}
            </button>
          ))}
          {day ? <strong class="p-day__words">{longDay(day, today)}</strong> : null}
        </div>
      )}
    </Field>
  );
}
