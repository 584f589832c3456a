import type { RuleKey, RuleUnit, RuleValue } from '../../../shared/rulebook/definitions.ts';
import { readPrivilege } from '../../../shared/rulebook/privilege.ts';
import { areTexts } from '../../../shared/rulebook/texts.ts';
import { linesOf, textsOf } from '../../../shared/rulebook/value.ts';
import { t } from '../../i18n/words.ts';

export function keyWords(key: RuleKey): string {
  return t(`rule.key.${key}`);
}

function privilegeWords(line: string): string {
  const privilege = readPrivilege(line);
  if (!privilege) return line;
  const name = t(`privilege.${privilege.name}`);
  const { amount, per } = privilege;
  return amount === null || per === null
    ? name
    : t('privilege.amount', { name, count: amount, per: t(`privilege.per-${per}`) });
}

type TextUnit = 'fraction' | 'direction' | 'open-hours';

/** Whether a value of this unit is read and typed as it is kept. */
function isText(unit: RuleUnit): unit is TextUnit {
  return unit === 'fraction' || unit === 'direction' || unit === 'open-hours';
}

/** A value as people say it; what nobody knows says so. */
export function valueWords(unit: RuleUnit, value: RuleValue): string {
  if (value === null) return t('rule.not-known');
  const texts = textsOf(value);
  if (texts) return t('rule.lines', { count: texts.en.length });
  const lines = linesOf(value);
  if (lines) return lines.map(privilegeWords).join(', ');
  if (unit === 'convention') return t(value === 'calendar' ? 'rule.calendar' : 'rule.thirty-days');
  return unit === 'privileges' || unit === 'texts' || isText(unit)
    ? String(value)
    : t(`rule.unit.${unit}`, { count: Number(value) });
}

/** A value as it is typed; the second field is for words that a prison types in both languages. */
export interface TypedValue {
  readonly en: string;
  readonly sw: string;
}

const rowsOf = (typed: string) => typed.split('\n').flatMap(line => line.trim() || []);

/** What was typed for a value of a unit; undefined if it is none. Empty fields are *not known*. */
export function valueFrom(unit: RuleUnit, typed: TypedValue): RuleValue | undefined {
  if (unit === 'texts') {
    const texts = { en: rowsOf(typed.en), sw: rowsOf(typed.sw) };
    if (texts.en.length + texts.sw.length === 0) return null;
    return areTexts(texts) ? texts : undefined;
  }
  const text = typed.en.trim();
  if (text === '') return null;
  if (unit === 'convention' || isText(unit)) return text;
  if (unit === 'privileges') return text.split(/[,\n]/).flatMap(line => line.trim() || []);
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

export function typedOf(value: RuleValue): TypedValue {
  const texts = textsOf(value);
  if (texts) return { en: texts.en.join('\n'), sw: texts.sw.join('\n') };
  return { en: value === null ? '' : (linesOf(value)?.join(', ') ?? String(value)), sw: '' };
}
