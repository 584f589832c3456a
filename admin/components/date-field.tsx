import { useId, useState } from 'preact/hooks';
import { t } from '../i18n/words.ts';

interface DateFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** A day of the calendar, or null: the 30th of February is none. */
function dayFrom(day: string, month: string, year: string): string | null {
  if (!/^\d{4}$/.test(year) || day === '' || month === '') return null;
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/**
 * A day as day, named month and year: the browser's own field writes days the way the machine is set up, and 03/04
 * is another day on another machine.
 */
export function DateField({ label, hint, error, value, onChange }: DateFieldProps) {
  const id = useId();
  const [year0 = '', month0 = '', day0 = ''] = value?.split('-') ?? [];
  const [parts, setParts] = useState({
    day: day0.replace(/^0/, ''),
    month: month0.replace(/^0/, ''),
    year: year0,
  });
  const change = (more: Partial<typeof parts>) => {
    const next = { ...parts, ...more };
    setParts(next);
    onChange(dayFrom(next.day, next.month, next.year));
  };
  return (
    <fieldset class="p-field p-date" data-invalid={error ? '' : undefined}>
      <legend class="p-field__label">{label}</legend>
      {hint ? <p class="p-field__hint">{hint}</p> : null}
      <div class="p-date__parts">
        <input
          class="p-input"
          inputMode="numeric"
          maxLength={2}
          aria-label={t('date.day')}
          placeholder={t('date.day')}
          value={parts.day}
          onInput={event => change({ day: event.currentTarget.value.trim() })}
        />
        <select
          class="p-input"
          aria-label={t('date.month')}
          value={parts.month}
          onChange={event => change({ month: event.currentTarget.value })}
        >
          <option value="">{t('date.month')}</option>
          {months.map(month => (
            <option key={month} value={month}>
              {t(`date.months.${month}`)}
            </option>
          ))}
        </select>
        <input
          class="p-input"
          inputMode="numeric"
          maxLength={4}
          aria-label={t('date.year')}
          placeholder={t('date.year')}
          value={parts.year}
          onInput={event => change({ year: event.currentTarget.value.trim() })}
        />
      </div>
      {error ? (
        <p class="p-field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
