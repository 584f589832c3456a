import { Field } from './field.tsx';

interface SelectProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** What stands for no choice; left out where there is always one. */
  readonly none?: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string | null) => void;
}

/** One of a list, or none. */
export function Select({ label, hint, error, none, value, choices, onChoose }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {input => (
        <select
          {...input}
          class="p-input"
          value={value ?? ''}
          onChange={event => onChoose(event.currentTarget.value || null)}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {choices.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
