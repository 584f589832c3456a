import { prisonRuleKeys } from './prison-rules.ts';
import { readPrivileges } from './privilege.ts';
import type { PrisonRule } from './schema.ts';
import { linesOf, type RuleEntry, ruleOn, textsOf } from './value.ts';

/** What a prison's kiosks show on `day` of what it entered about itself; what it did not enter stands there as null. */
export function shownRules(entries: readonly RuleEntry[], day: string): PrisonRule[] {
  return prisonRuleKeys.map(key => {
    const { value, confirmed, paper, validFrom } = ruleOn(entries, key, day);
    const texts = textsOf(value);
    return {
      key,
      texts: texts && { en: [...texts.en], sw: [...texts.sw] },
      privileges: readPrivileges(linesOf(value)),
      confirmed,
      paper,
      validFrom,
    };
  });
}
