/**
 * What a prison types for its kiosks, line by line: the same lines in English and in Kiswahili, in which every other
 * language goes on.
 */
export interface RuleTexts {
  readonly en: readonly string[];
  readonly sw: readonly string[];
}

/** What a kiosk has room for, and what can be listened to. */
export const mostLines = 24;
export const longestLine = 120;

const isLine = (line: string) => line !== '' && line === line.trim() && line.length <= longestLine;

/** Whether both languages say something in as many lines, so that nothing stands in one of them alone. */
export function areTexts({ en, sw }: RuleTexts): boolean {
  return en.length > 0 && en.length <= mostLines && en.length === sw.length && [...en, ...sw].every(isLine);
}
