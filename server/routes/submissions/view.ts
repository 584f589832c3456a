import { openStates, type State, transition } from '../../../shared/submission/life.ts';
import type { CodeState, OwnSubmission, PrisonerReply } from '../../../shared/submission/schema.ts';
import { dayOf } from '../../clock.ts';
import type { ReplyRow } from '../../database/schema.ts';
import { lifeContextOf } from '../../queries/act.ts';
import type { Prison } from '../../queries/prison.ts';
import type { WithReplies } from '../../queries/submission.ts';

/** How rows become what their writer sees: days instead of instants, offices instead of names. */
function dayOfText(at: string, prison: Prison): string {
  return dayOf(Temporal.Instant.from(at), prison.zone).toString();
}

function replyOf(reply: ReplyRow, prison: Prison): PrisonerReply {
  return {
    outcome: reply.outcome,
    on: reply.on_day,
    next: reply.next,
    text: reply.text,
    language: reply.language,
    sentOn: dayOfText(reply.sent_at ?? reply.written_at, prison),
    office: reply.author_office,
  };
}

/** `nameless`: whoever has the code may read and answer; otherwise he must sign in. */
export function codeStateOf(
  { row, replies, risen }: WithReplies,
  prison: Prison,
  nameless: boolean,
): CodeState {
  const context = lifeContextOf(row, prison.settings.reopeningsAllowed);
  return {
    state: row.state,
    // Said of the truly nameless alone: one made with a wrong PIN is not listed either, and a code tells nothing of a PIN.
    listed: !nameless || row.listed_at !== null,
    owner: row.owner,
    unit: row.unit,
    since: dayOfText(row.state_since, prison),
    dueOn: row.due_on,
    nameless,
    risen: risen.map(({ to, at }) => ({ to, on: dayOfText(at, prison) })),
    replies: nameless ? replies.map(reply => replyOf(reply, prison)) : [],
    canSettle: transition(context, 'settle', 'prisoner').ok,
    canReopen: transition(context, 'not-settle', 'prisoner').ok,
  };
}

export function ownSubmissionOf(
  found: WithReplies,
  prison: Prison,
  today: Temporal.PlainDate,
): OwnSubmission {
  const { row, replies } = found;
  const { nameless: _, listed: _listed, ...state } = codeStateOf(found, prison, false);
  return {
    ...state,
    id: row.id,
    kind: row.kind,
    problem: row.problem,
    when: row.when_it_was || null,
    many: row.many || null,
    text: row.text,
    aboutOfficer: row.about !== null,
    code: row.code,
    receivedOn: row.received_on,
    overdue: (openStates as readonly State[]).includes(row.state) && row.due_on < today.toString(),
    replies: replies.map(reply => replyOf(reply, prison)),
  };
}
