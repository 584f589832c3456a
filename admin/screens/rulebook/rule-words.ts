import {
  type RuleKey,
  type RuleUnit,
  type RuleValue,
  readPrivilege,
} from '../../../shared/rulebook/definitions.ts';
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
  if (typeof value === 'object') return value.map(privilegeWords).join(', ');
  if (unit === 'convention') return t(value === 'calendar' ? 'rule.calendar' : 'rule.thirty-days');
  return unit === 'privileges' || isText(unit)
    ? String(value)
    : t(`rule.unit.${unit}`, { count: Number(value) });
}

/** What was typed for a value of a unit; undefined if it is none. An empty field is *not known*. */
export function valueFrom(unit: RuleUnit, typed: string): RuleValue | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (unit === 'convention' || isText(unit)) return text;
  if (unit === 'privileges') return text.split(/[,\n]/).flatMap(line => line.trim() || []);
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

export function typedOf(value: RuleValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
