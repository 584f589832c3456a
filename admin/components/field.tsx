import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What an input must carry so that label, hint and mistake belong to it. */
export interface FieldInput {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly children: (input: FieldInput) => ComponentChildren;
}

/** A label, a hint, an input and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class="p-field" data-invalid={error ? '' : undefined}>
      <label class="p-field__label" for={id}>
        {label}
      </label>
      {hint ? (
        <p class="p-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p class="p-field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface OptionProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly checked: boolean;
  readonly onPick: (checked: boolean) => void;
}

/** One answer of a few; the whole box is the target. */
export function Option({ type, name, label, note, checked, onPick }: OptionProps) {
  return (
    <label class="p-option">
      <input
        type={type}
        name={name}
        checked={checked}
        onChange={event => onPick(event.currentTarget.checked)}
      />
      <span class="p-option__label">{label}</span>
      {note ? <span class="p-option__note">{note}</span> : null}
    </label>
  );
}
