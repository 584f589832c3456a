import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import { dueDay } from '../../shared/rulebook/working-days.ts';

/** The day by which an answer is due to something received at `time` (epoch milliseconds), in the prison's own zone. */
export function dueOn(settings: KioskSettings, time: number): string {
  const day = Temporal.Instant.fromEpochMilliseconds(Math.floor(time))
    .toZonedDateTimeISO(settings.prison.zone)
    .toPlainDate();
  return dueDay(day, settings.answerDays.days, new Set(settings.holidays)).toString();
}
