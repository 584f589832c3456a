import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { noteTime } from '../queries/clock.ts';
import { listNameless } from '../queries/list-submissions.ts';
import { listPrisonIds } from '../queries/prison.ts';
import { makeApplier } from './apply-rulebook.ts';
import { checkNames } from './check-names.ts';
import { makeForwarder } from './forward-petitions.ts';
import { openItems } from './open-items.ts';
import { makeRiser } from './rise-overdue.ts';
import { isPassing, sendReplies } from './send-replies.ts';

export interface Work {
  /** Something was put into the queue: look now rather than at the next tick. */
  wake(): void;
  /** Does everything that waits, once; for tests and for draining. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const usualTickMs = 1_000;
const minuteMs = 60_000;

/**
 * The work behind the routes: opening what is sealed, checking names, listing the nameless in the morning,
 * beginning what the rulebook begins today, sending petitions on, bringing up what is overdue, sending replies. One
 * round at a time; a round that fails is told of and tried again at the next tick.
 */
export function startWork(
  context: Context,
  onTrouble: (error: unknown) => void,
  tickMs: number | null = usualTickMs,
): Work {
  const applyRulebook = makeApplier(context);
  const riseOverdue = makeRiser(context);
  const forwardPetitions = makeForwarder(context);
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  // The start has just compared and noted it.
  let notedAt = performance.now();

  async function round(): Promise<void> {
    for (const prisonId of await listPrisonIds(context.database.read)) {
      // Before anything is opened: how long there is to answer is counted from it.
      await applyRulebook(prisonId);
      const opened = await openItems(context, prisonId);
      tell(context, prisonId, opened);
      tell(context, prisonId, await checkNames(context, prisonId));
      await listNameless(context.database, prisonId, isoOf(context.clock.now()));
      tell(context, prisonId, await forwardPetitions(prisonId));
      tell(context, prisonId, await riseOverdue(prisonId));
    }
    await sendReplies(context);
  }

  async function rounds(): Promise<void> {
    do {
      again = false;
      try {
        await round();
        if (performance.now() - notedAt > minuteMs) {
          notedAt = performance.now();
          await noteTime(context.database, context.clock);
        }
      } catch (error) {
        if (!isPassing(error)) onTrouble(error);
      }
    } while (again && !stopped);
  }

  function wake(): void {
    again = true;
    if (stopped || running) return;
    running = rounds().finally(() => {
      running = null;
    });
  }

  const timer = tickMs === null ? undefined : setInterval(wake, tickMs);
  return {
    wake,
    async settle() {
      wake();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Nameless ones never come here, so no live event gives them away. */
function tell(context: Context, prisonId: string, ids: readonly string[]): void {
  if (ids.length > 0) context.database.announce({ noun: 'submission', prisonId, ids });
}
