import { nameOf } from '../../../shared/language/languages.ts';
import type { RuleUnit, RuleValue } from '../../../shared/rulebook/definitions.ts';
import type { RuleTexts } from '../../../shared/rulebook/texts.ts';
import { textsOf } from '../../../shared/rulebook/value.ts';
import { languages, t } from '../../i18n/words.ts';
import { valueWords } from './rule-words.ts';

interface ValueProps {
  readonly unit: RuleUnit;
  readonly value: RuleValue;
}

/** A value as people say it; words that the prison typed stand there whole, folded up. */
export function ValueView({ unit, value }: ValueProps) {
  const texts = textsOf(value);
  if (!texts) return <>{valueWords(unit, value)}</>;
  return (
    <details>
      <summary>{valueWords(unit, value)}</summary>
      <TextsView texts={texts} />
    </details>
  );
}

/** Both languages side by side, so that whoever decides sees that they say the same. */
export function TextsView({ texts }: { readonly texts: RuleTexts }) {
  return (
    <div class="p-form__row p-texts">
      {languages.map(one => (
        <section key={one} lang={one}>
          <h4>{nameOf(one)}</h4>
          <ul>
            {texts[one].map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What a proposal would change: from what, to what, from which day. */
export function ChangeView({
  unit,
  before,
  after,
  day,
}: {
  readonly unit: RuleUnit;
  readonly before: RuleValue;
  readonly after: RuleValue;
  readonly day: string;
}) {
  const texts = textsOf(after);
  const line = { before: valueWords(unit, before), after: valueWords(unit, after), day };
  if (!texts) return <p>{t('rule.from-to', line)}</p>;
  return (
    <>
      <p>{t('rule.texts-from', { day })}</p>
      <TextsView texts={texts} />
      <p class="p-cell__note">
        {t('rule.texts-before')}: <ValueView unit={unit} value={before} />
      </p>
    </>
  );
}
