import { Field } from './field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly max: number;
  readonly numeric?: boolean;
  readonly onType: (value: string) => void;
}

/** One line that is typed. */
export function TextField({ label, hint, error, value, max, numeric = false, onType }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {input => (
        <input
          {...input}
          class="p-input"
          autocomplete="off"
          inputMode={numeric ? 'numeric' : 'text'}
          maxLength={max}
          value={value}
          onInput={event => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
