import type { ReplyOf } from '../../shared/api.ts';
import { Problem } from '../../shared/problems.ts';
import { callBackSeconds } from '../../shared/submission/reply.ts';
import { call } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { askOf, type CaseName } from './case-name.ts';
import type { TogetherDraft } from './reply-draft.ts';
import { type CaseQuery, caseList } from './submission.ts';
import { serverNow } from './time.ts';
import { makeValue } from './value.ts';

export type CaseReply = ReplyOf<'POST /api/cases/:number/answer'>;

export type ReplyPhase = 'waiting' | 'checking' | 'sent' | 'calling-back' | 'called-back' | 'failed';

/** A reply on its way out: ten seconds in which it can be called back, then whether it really went. */
export interface OutgoingReply {
  readonly id: string;
  /** The cases that it answers. */
  readonly names: readonly CaseName[];
  /** As it was written; of one answer to several cases its draft, and the list in which they were chosen. */
  readonly written:
    | { readonly reply: CaseReply }
    | { readonly together: TogetherDraft; readonly query: CaseQuery };
  readonly phase: ReplyPhase;
  /** Epoch milliseconds of this machine's clock. */
  readonly endsAt: number;
  readonly failure: Failure | null;
}

export const outgoing = makeValue<readonly OutgoingReply[]>([]);

function change(id: string, changed: Partial<OutgoingReply>): void {
  outgoing.set(outgoing.get().map(item => (item.id === id ? { ...item, ...changed } : item)));
}

/** Takes a reply off the screen. */
export function forgetReply(id: string): void {
  outgoing.set(outgoing.get().filter(item => item.id !== id));
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** The reply as the server has it; of several the last one, for they are sent in their order. */
async function replyNow({ names, written }: OutgoingReply): Promise<CaseReply | undefined> {
  const name = names.at(-1);
  if (!name) return undefined;
  const { replies } = await call('GET /api/cases/:number', askOf(name));
  return 'reply' in written ? replies.find(({ id }) => id === written.reply.id) : replies.at(-1);
}

/** Whether it went is asked, not assumed: a server that stopped in the tenth second has sent nothing yet. */
async function confirmSent(item: OutgoingReply): Promise<void> {
  change(item.id, { phase: 'checking' });
  for (const pause of [700, 1500, 3000, 6000, 12_000]) {
    await wait(pause);
    try {
      const now = await replyNow(item);
      if (now?.state === 'sent') return change(item.id, { phase: 'sent' });
      if (now?.state === 'called-back') return change(item.id, { phase: 'called-back' });
    } catch {
      // Asked again after the next pause.
    }
  }
  change(item.id, { phase: 'failed', failure: null });
}

function follow(item: Pick<OutgoingReply, 'id' | 'names' | 'written'>, sendsAt: string): void {
  const left = Temporal.Instant.from(sendsAt).epochMilliseconds - serverNow().epochMilliseconds;
  // A clock that is not known well must neither hide the button nor promise more than ten seconds.
  const milliseconds = Math.min(Math.max(left, 3000), callBackSeconds * 1000);
  const endsAt = Date.now() + milliseconds;
  outgoing.set([...outgoing.get(), { ...item, phase: 'waiting', endsAt, failure: null }]);
  setTimeout(() => {
    const now = outgoing.get().find(({ id }) => id === item.id);
    if (now?.phase === 'waiting') void confirmSent(now);
  }, milliseconds);
}

/** Shows a reply that was just written until it is sent or called back. */
export function followReply(name: CaseName, reply: CaseReply): void {
  follow({ id: reply.id, names: [name], written: { reply } }, reply.sendsAt);
}

/** The same for one answer to several cases. */
export function followTogether(names: readonly CaseName[], sendsAt: string, together: TogetherDraft): void {
  const { query } = caseList.get();
  follow({ id: crypto.randomUUID(), names, written: { together, query } }, sendsAt);
}

/** Somebody's note in the same seconds must not let the reply go out: a conflict is tried again with the case as it is now. */
async function callOneBack(name: CaseName): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      const { version } = await call('GET /api/cases/:number', askOf(name));
      await call('POST /api/cases/:number/call-back', { ...askOf(name), body: { version } });
      return;
    } catch (error) {
      if (error instanceof Problem && error.problem === 'changed-meanwhile' && tries < 3) continue;
      throw error;
    }
  }
}

/** Calls a reply back, to one case or to all that it answers. True if it came back. */
export async function callBack({ id, names, written }: OutgoingReply): Promise<boolean> {
  change(id, { phase: 'calling-back' });
  try {
    const [name] = names;
    if ('reply' in written && name) await callOneBack(name);
    else await call('POST /api/cases/call-backs', { body: { numbers: names.map(({ number }) => number) } });
    change(id, { phase: 'called-back' });
    return true;
  } catch (error) {
    change(id, { phase: 'failed', failure: failureOf(error) });
    return false;
  }
}
