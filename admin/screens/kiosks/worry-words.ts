import { t } from '../../i18n/words.ts';
import type { KioskWorry } from './kiosk-state.ts';

/** A worry in one sentence. */
export function worryWords({ kind, value }: KioskWorry): string {
  if (kind === 'missing') return t('kiosk.worry-missing', { numbers: value });
  if (kind === 'rejected') return t('kiosk.worry-rejected', { build: value });
  return t(`kiosk.worry-${kind}`, { count: Number(value) });
}
