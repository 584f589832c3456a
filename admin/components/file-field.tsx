import { useState } from 'preact/hooks';
import { t } from '../i18n/words.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** As of `accept` of an input: `.csv,text/csv`. */
  readonly accept: string;
  readonly onChoose: (file: File | undefined) => void;
}

/** One file that is chosen. What a browser writes beside such a field is in its own language, so ours covers it. */
export function FileField({ label, hint, error, accept, onChoose }: FileFieldProps) {
  const [name, setName] = useState<string | null>(null);
  return (
    <Field label={label} hint={hint} error={error}>
      {input => (
        <span class="p-input p-file">
          <Icon name="file-text" />
          <span aria-hidden="true">{name ?? t('common.choose-file')}</span>
          <input
            {...input}
            class="p-file__input"
            type="file"
            accept={accept}
            onChange={event => {
              const file = event.currentTarget.files?.[0];
              setName(file?.name ?? null);
              onChoose(file);
            }}
          />
        </span>
      )}
    </Field>
  );
}
