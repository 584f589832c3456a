import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import { dueDay } from '../../shared/rulebook/working-days.ts';

/**
 * The day by which an answer is due to something received at `time` (epoch milliseconds), in the prison's own zone;
 * `within`: its kind's working days, null where the rulebook's count.
 */
export function dueOn(settings: KioskSettings, time: number, within: number | null): string {
  const day = Temporal.Instant.fromEpochMilliseconds(Math.floor(time))
    .toZonedDateTimeISO(settings.prison.zone)
    .toPlainDate();
  return dueDay(day, within ?? settings.answerDays.days, new Set(settings.holidays)).toString();
}
