import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { signCheckpoint } from '../queries/checkpoint.ts';
import { checkWholeLog } from '../queries/log-check.ts';
import { readLogState } from '../queries/log-state.ts';
import { listPrisonIds } from '../queries/prison.ts';
import { isPassing } from './send-replies.ts';

const lookEveryMs = 60_000;
/** In the night, after the back-up. */
const hour = 3;

/** Whether a whole check is due: three in the morning at the prison has come since the last one. */
export function isCheckDue(now: Temporal.Instant, zone: string, last: Temporal.Instant | null): boolean {
  const here = now.toZonedDateTimeISO(zone);
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  const night = Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : today.subtract({ days: 1 });
  return last === null || Temporal.Instant.compare(night.toInstant(), last) > 0;
}

/** Signs what has grown, and works through whole logs when their night has come; one prison after the other. */
export async function watchLogs(context: Context): Promise<void> {
  const { database, clock, config } = context;
  for (const prisonId of await listPrisonIds(database.read)) {
    if (context.closing.aborted) return;
    const now = clock.now();
    const signed = await signCheckpoint(context, prisonId, isoOf(now));
    const { checkedAt } = await readLogState(database.read, prisonId);
    const last = checkedAt === null ? null : Temporal.Instant.from(checkedAt);
    if (signed.ok && isCheckDue(now, config.zone, last)) await checkWholeLog(context, prisonId, isoOf(now));
  }
}

/** Watches over every prison's log, once a minute. What fails is told of and tried again. */
export function startLogWatch(context: Context, onTrouble: (error: unknown) => void): { stop(): void } {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    watchLogs(context)
      .catch(error => {
        if (!isPassing(error)) onTrouble(error);
      })
      .finally(() => {
        running = false;
      });
  }, lookEveryMs);
  return { stop: () => clearInterval(timer) };
}
