import { completenessOf } from '../../../shared/law/completeness.ts';
import type { LawRule } from '../../../shared/law/schema.ts';
import { lawWords, type SayLaw, useWords } from '../../i18n/words.ts';
import { useLaw } from './use-law.ts';

/** The law's own words of some rules, in the order of their numbers. */
export function LawOf({ rules }: { rules: readonly number[] }) {
  const { language } = useWords();
  const found = useLaw();
  const say = lawWords(language);
  if (found === undefined) return null;
  if (found === null || found.rules.length === 0)
    return (
      <p class="k-note" data-kind="not-entered">
        {say('none')}
      </p>
    );
  return <LawRules rules={found.rules.filter(rule => rules.includes(rule.number))} />;
}

/** Rules as they stand in the law; where one is no longer used as printed, the reason comes first. */
export function LawRules({ rules }: { rules: readonly LawRule[] }) {
  const { language } = useWords();
  const say = lawWords(language);
  return (
    <>
      {language === 'en' ? null : <p>{say('english')}</p>}
      {rules.map(rule => (
        <Rule key={rule.number} rule={rule} say={say} />
      ))}
    </>
  );
}

function Rule({ rule, say }: { rule: LawRule; say: SayLaw }) {
  const completeness = completenessOf(rule);
  const missing = completeness === 'whole' ? null : say(`missing.${completeness}`);
  return (
    <>
      {rule.reason ? (
        <p class="k-note" data-kind="overtaken">
          <strong>{say(`states.${rule.state}`)}.</strong> {reasonOf(rule.reason, say)}
        </p>
      ) : null}
      <blockquote class="k-law" lang="en">
        <h2 class="k-law__rule">
          {rule.number}. {rule.heading}
        </h2>
        {rule.body?.split('\n').map(line => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
      {missing ? (
        <p class="k-note" data-kind="not-entered">
          {missing}
        </p>
      ) : null}
    </>
  );
}

/** The server names the reason by its key, which this build may not know yet. */
function reasonOf(key: string, say: SayLaw): string {
  const known = (say as (key: string, options: { defaultValue: string }) => string)(key, {
    defaultValue: '',
  });
  return known;
}
