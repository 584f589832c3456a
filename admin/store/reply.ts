import type { ReplyOf } from '../../shared/api.ts';
import { Problem } from '../../shared/problems.ts';
import { callBackSeconds } from '../../shared/submission/reply.ts';
import { call } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { askOf, type CaseName } from './case-name.ts';
import { serverNow } from './time.ts';
import { makeValue } from './value.ts';

export type CaseReply = ReplyOf<'POST /api/cases/:number/answer'>;

export type ReplyPhase = 'waiting' | 'checking' | 'sent' | 'calling-back' | 'called-back' | 'failed';

/** A reply on its way out: ten seconds in which it can be called back, then whether it really went. */
export interface OutgoingReply {
  readonly name: CaseName;
  readonly reply: CaseReply;
  readonly phase: ReplyPhase;
  /** Epoch milliseconds of this machine's clock. */
  readonly endsAt: number;
  readonly failure: Failure | null;
}

export const outgoing = makeValue<readonly OutgoingReply[]>([]);

function change(id: string, changed: Partial<OutgoingReply>): void {
  outgoing.set(outgoing.get().map(item => (item.reply.id === id ? { ...item, ...changed } : item)));
}

/** Takes a reply off the screen. */
export function forgetReply(id: string): void {
  outgoing.set(outgoing.get().filter(item => item.reply.id !== id));
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function replyNow(name: CaseName, id: string): Promise<CaseReply | undefined> {
  const page = await call('GET /api/cases/:number', askOf(name));
  return page.replies.find(reply => reply.id === id);
}

/** Whether it went is asked, not assumed: a server that stopped in the tenth second has sent nothing yet. */
async function confirmSent(item: OutgoingReply): Promise<void> {
  const { name, reply } = item;
  change(reply.id, { phase: 'checking' });
  for (const pause of [700, 1500, 3000, 6000, 12_000]) {
    await wait(pause);
    try {
      const now = await replyNow(name, reply.id);
      if (now?.state === 'sent') return change(reply.id, { phase: 'sent' });
      if (now?.state === 'called-back') return change(reply.id, { phase: 'called-back' });
    } catch {
      // Asked again after the next pause.
    }
  }
  change(reply.id, { phase: 'failed', failure: null });
}

/** Shows a reply that was just written until it is sent or called back. */
export function followReply(name: CaseName, reply: CaseReply): void {
  const left = Temporal.Instant.from(reply.sendsAt).epochMilliseconds - serverNow().epochMilliseconds;
  // A clock that is not known well must neither hide the button nor promise more than ten seconds.
  const milliseconds = Math.min(Math.max(left, 3000), callBackSeconds * 1000);
  const endsAt = Date.now() + milliseconds;
  const item: OutgoingReply = { name, reply, phase: 'waiting', endsAt, failure: null };
  outgoing.set([...outgoing.get(), item]);
  setTimeout(() => {
    const now = outgoing.get().find(other => other.reply.id === reply.id);
    if (now?.phase === 'waiting') void confirmSent(now);
  }, milliseconds);
}

/**
 * Calls a reply back. Somebody's note in the same seconds must not let the reply go out, so a conflict is
 * tried again with the case as it is now. True if it came back.
 */
export async function callBack(name: CaseName, id: string): Promise<boolean> {
  change(id, { phase: 'calling-back' });
  for (let tries = 0; ; tries += 1) {
    try {
      const { version } = await call('GET /api/cases/:number', askOf(name));
      await call('POST /api/cases/:number/call-back', { ...askOf(name), body: { version } });
      change(id, { phase: 'called-back' });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.problem === 'changed-meanwhile' && tries < 3) continue;
      change(id, { phase: 'failed', failure: failureOf(error) });
      return false;
    }
  }
}
