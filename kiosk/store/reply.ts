import type { EarningsView } from '../../shared/earnings/view.ts';
import type { SentenceView } from '../../shared/sentence/view.ts';
import type { StageView } from '../../shared/stage/view.ts';
import { readCode } from '../../shared/submission/code.ts';
import type { CodeState, OwnSubmission } from '../../shared/submission/schema.ts';
import { call } from '../api/client.ts';
import { patience, withToken } from './prisoner.ts';
import type { Person, Result } from './types.ts';

/** Somebody's own submissions with their replies, newest first. From the server into memory, never kept here. */
export async function ownSubmissions(person: Person): Promise<Result<OwnSubmission[]>> {
  const answer = await withToken(person, token =>
    call('GET /api/submissions', { prisoner: token, timeout: patience() }),
  );
  return answer.ok ? { ok: true, value: answer.value.submissions } : answer;
}

/** The reply is open on the screen: now it is delivered. */
export function openReply(person: Person, id: string): Promise<Result<OwnSubmission>> {
  return withToken(person, token =>
    call('POST /api/submissions/:id/opened', { params: { id }, prisoner: token, timeout: patience() }),
  );
}

/** *Settled* or *not settled*; the latter opens the case again. */
export function settle(person: Person, id: string, settled: boolean): Promise<Result<OwnSubmission>> {
  return withToken(person, token =>
    call('POST /api/submissions/:id/settle', {
      params: { id },
      body: { settled },
      prisoner: token,
      timeout: patience(),
    }),
  );
}

/** His own sentence and dates. From the server into memory, never kept here. */
export function openSentence(person: Person): Promise<Result<SentenceView>> {
  return withToken(person, token =>
    call('POST /api/sentence/open', { prisoner: token, timeout: patience() }),
  );
}

/** His own stage. From the server into memory, never kept here. */
export function openStage(person: Person): Promise<Result<StageView>> {
  return withToken(person, token => call('GET /api/stage', { prisoner: token, timeout: patience() }));
}

/** His own earnings. From the server into memory, never kept here. */
export function openEarnings(person: Person): Promise<Result<EarningsView>> {
  return withToken(person, token => call('GET /api/earnings', { prisoner: token, timeout: patience() }));
}

/** A forfeiture was opened, heard, or is not agreed with. */
export async function answerNotice(
  person: Person,
  id: string,
  answer: 'opened' | 'heard' | 'disagree',
): Promise<Result> {
  const given = await withToken(person, token =>
    call('POST /api/notices/:id', {
      params: { id },
      body: { answer },
      prisoner: token,
      timeout: patience(),
    }),
  );
  return given.ok ? { ok: true, value: null } : given;
}

const wrongCode = { ok: false, problem: 'code-wrong', retryAfter: null } as const;

/** What a receipt code alone shows. A mistyped one is caught by its check character, without the server. */
export async function lookUpCode(typed: string): Promise<Result<CodeState>> {
  const code = readCode(typed);
  return code === null ? wrongCode : call('POST /api/codes', { body: { code }, timeout: patience() });
}

/** *Settled* or *not settled* on a nameless submission, by its code. */
export async function settleByCode(typed: string, settled: boolean): Promise<Result<CodeState>> {
  const code = readCode(typed);
  if (code === null) return wrongCode;
  return call('POST /api/codes/settle', { body: { code, settled }, timeout: patience() });
}
