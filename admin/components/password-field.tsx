import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/words.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onType: (value: string) => void;
}

/** A password, hidden until somebody asks to see it: a long one is hard to type blind. */
export function PasswordField({ label, hint, error, autocomplete, value, onType }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The same element throughout, so that what is typed and where one stands in it stay.
    if (field.current) field.current.type = shown ? 'text' : 'password';
  }, [shown]);
  return (
    <Field label={label} hint={hint} error={error}>
      {input => (
        <div class="p-secret">
          <input
            {...input}
            ref={field}
            class="p-input"
            type="password"
            autocomplete={autocomplete}
            autocapitalize="none"
            spellcheck={false}
            maxLength={200}
            value={value}
            onInput={event => onType(event.currentTarget.value)}
          />
          <button
            type="button"
            class="p-secret__show"
            aria-pressed={shown}
            aria-label={t('sign-in.show')}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eye-off' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  );
}
