import { randomUUID } from 'node:crypto';
import { Problem } from '../../shared/problems.ts';
import type { Role } from '../../shared/staff/roles.ts';
import type { CaseReply } from '../../shared/submission/case-schema.ts';
import type { Office } from '../../shared/submission/life.ts';
import {
  callBackSeconds,
  dayTrouble,
  missingFromReply,
  type OutcomeDetail,
} from '../../shared/submission/reply.ts';
import { dayOf, isoOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { ReplyRow } from '../database/schema.ts';
import { type CaseChange, type CasesChange, changeCase, changeCases, type HeldCase } from './case-change.ts';
import { caseReplyOf } from './case-history.ts';
import { digestOfWords, replyWords } from './log-words.ts';
import { getPrison } from './prison.ts';

const officeOfRole: Partial<Record<Role, Office>> = {
  'officer-in-charge': 'officer-in-charge',
  deputy: 'officer-in-charge',
  'unit-officer': 'unit',
  commissioner: 'headquarters',
};

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** Throws `outcome-incomplete` with the first field that is missing or is no day of the calendar. */
function assertComplete(reply: OutcomeDetail): void {
  const missing = missingFromReply(reply)[0] ?? (reply.on !== null && !isDay(reply.on) ? 'on' : null);
  if (missing) throw new Problem('outcome-incomplete', { detail: missing });
}

const sendsAt = (at: string): string => isoOf(Temporal.Instant.from(at).add({ seconds: callBackSeconds }));

/** The words of a reply, and their language. */
interface Words {
  readonly text: string;
  readonly language: string;
}

/** Writes a reply to a case that is held. Throws `outcome-day`, and what the life table refuses. */
async function writeReply(
  { tx, row, act }: HeldCase,
  { staff, at }: Pick<CaseChange, 'staff' | 'at'>,
  given: Omit<OutcomeDetail, 'text'>,
  { text, language }: Words,
): Promise<CaseReply> {
  const { zone } = await getPrison(tx, row.prison_id);
  const today = dayOf(Temporal.Instant.from(at), zone).toString();
  const trouble = dayTrouble(given, { receivedOn: row.received_on, today });
  if (trouble) throw new Problem('outcome-day', { detail: trouble });
  const reply: ReplyRow = {
    id: randomUUID(),
    submission_id: row.id,
    author_id: staff.id,
    author_office: officeOfRole[staff.role] ?? 'officer-in-charge',
    outcome: given.outcome,
    on_day: given.on,
    next: given.next,
    text,
    language,
    written_at: at,
    sends_at: sendsAt(at),
    sent_at: null,
    called_back_at: null,
  };
  await act({
    action: 'answer',
    detail: { reply: reply.id, outcome: reply.outcome, digest: digestOfWords(replyWords(reply)) },
    set: { reply_pending: 1 },
  });
  await tx.insertInto('reply').values(reply).execute();
  return caseReplyOf({ ...reply, author: staff.name });
}

/**
 * Writes a reply in the language that the prisoner used. It is a draft until its ten seconds are over; who
 * sends it then is the work behind the routes. Throws `outcome-incomplete`, `outcome-day` with what is wrong with
 * the day, and what `changeCase` throws.
 */
export async function answerCase(
  database: Database,
  change: CaseChange,
  given: OutcomeDetail,
): Promise<CaseReply> {
  assertComplete(given);
  return changeCase(database, change, held =>
    writeReply(held, change, given, { text: given.text, language: held.row.language }),
  );
}

/** Everybody in Kenya's prisons is spoken to in Kiswahili if there are no words in his own language. */
const forAll = 'sw';

/**
 * Writes one reply to several cases, to each the words in its language, or else those in Kiswahili. Answers when they are
 * sent. Throws as `answerCase` and `changeCases` do; `outcome-incomplete` too where a case is left without
 * words, `about-officer` where one is about an officer.
 */
export async function answerCases(
  database: Database,
  change: CasesChange,
  given: Omit<OutcomeDetail, 'text'>,
  texts: readonly Words[],
): Promise<string> {
  for (const { text } of texts) assertComplete({ ...given, text });
  await changeCases(database, change, held => {
    // Whom it is about may be among those who read the words: such a one is answered by itself.
    if (held.row.about !== null || held.named.length > 0) throw new Problem('about-officer');
    const { language } = held.row;
    const words = texts.find(one => one.language === language) ?? texts.find(one => one.language === forAll);
    if (!words) throw new Problem('outcome-incomplete');
    return writeReply(held, change, given, words);
  });
  return sendsAt(change.at);
}

/** Takes the reply of a held case back. Throws `too-late-to-call-back`, and what the life table refuses. */
async function callBackHeld({ tx, row, act }: HeldCase, at: string): Promise<void> {
  const reply = await tx
    .selectFrom('reply')
    .select(['id', 'sends_at'])
    .where('submission_id', '=', row.id)
    .where('sent_at', 'is', null)
    .where('called_back_at', 'is', null)
    .executeTakeFirst();
  await act({ action: 'call-back', detail: { reply: reply?.id ?? null }, set: { reply_pending: 0 } });
  if (!reply) throw new Error('a reply is pending that does not exist');
  if (reply.sends_at <= at) throw new Problem('too-late-to-call-back');
  await tx.updateTable('reply').set({ called_back_at: at }).where('id', '=', reply.id).execute();
}

/** Takes a reply back before it is sent. Throws `too-late-to-call-back`, and what `changeCase` throws. */
export async function callBackReply(database: Database, change: CaseChange): Promise<void> {
  await changeCase(database, change, held => callBackHeld(held, change.at));
}

/** The same for the replies of several cases. Throws `too-late-to-call-back`, and what `changeCases` throws. */
export async function callBackReplies(database: Database, change: CasesChange): Promise<void> {
  await changeCases(database, change, held => callBackHeld(held, change.at));
}
