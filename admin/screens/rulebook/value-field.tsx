import { nameOf } from '../../../shared/language/languages.ts';
import type { RuleUnit } from '../../../shared/rulebook/definitions.ts';
import { Field } from '../../components/field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { languages, t } from '../../i18n/words.ts';
import type { TypedValue } from './rule-words.ts';

interface ValueFieldProps {
  readonly unit: RuleUnit;
  readonly isWrong: boolean;
  readonly typed: TypedValue;
  readonly onType: (typed: TypedValue) => void;
}

/** A value as it is typed: in one line, or as words line by line in both languages. */
export function ValueField({ unit, isWrong, typed, onType }: ValueFieldProps) {
  if (unit !== 'texts')
    return (
      <TextField
        label={t('rule.value')}
        hint={t(`rule.form.${unit}`)}
        error={isWrong ? t('problems.value-wrong') : null}
        max={300}
        value={typed.en}
        onType={en => onType({ ...typed, en })}
      />
    );
  return (
    <>
      <p class="p-field__hint">{t('rule.form.texts')}</p>
      {languages.map(one => (
        <Field
          key={one}
          label={t('rule.in-language', { language: nameOf(one) })}
          error={isWrong ? t('rule.texts-wrong') : null}
        >
          {input => (
            <textarea
              {...input}
              class="p-input"
              lang={one}
              rows={6}
              maxLength={3_000}
              value={typed[one]}
              onInput={event => onType({ ...typed, [one]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
