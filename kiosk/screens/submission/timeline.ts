import { openStates, type State } from '../../../shared/submission/life.ts';
import type { CodeState, OwnSubmission } from '../../../shared/submission/schema.ts';

/** What the way of a submission is told from: a signed-in writer's view, or what a code alone shows. */
export type Told = Pick<CodeState, 'state' | 'owner' | 'unit' | 'since' | 'dueOn' | 'replies' | 'risen'> & {
  /** Left out where it is in the officers' list for certain. */
  readonly listed?: boolean;
  readonly receivedOn: OwnSubmission['receivedOn'] | null;
  /** This kiosk holds the proof that nobody can take it out of the log unseen. */
  readonly witnessed?: boolean;
};

export type What =
  | { readonly is: 'received'; readonly witnessed: boolean }
  | { readonly is: 'with'; readonly state: State; readonly unit: Told['unit'] }
  /** It is here, and no officer sees it before six. */
  | { readonly is: 'not-listed' }
  | { readonly is: 'waiting' }
  /** Nobody answered in time, and an office over them was told. */
  | { readonly is: 'risen'; readonly to: Told['risen'][number]['to'] }
  | { readonly is: 'answered' }
  | { readonly is: 'not-settled' }
  | { readonly is: 'settled' }
  | { readonly is: 'closed' };

export interface Moment {
  readonly what: What;
  /** `YYYY-MM-DD`; null where no day is known or none has come. */
  readonly day: string | null;
  readonly stage: 'done' | 'now' | 'to-come';
}

const isOpen = (state: State) => (openStates as readonly State[]).includes(state);
const ended = { settled: 'settled', closed: 'closed' } as const;

/**
 * The way of a submission from its arrival to now, and the answer that is still to come. Each reply is a moment; one
 * that is followed by an open state was not the end: its writer said so.
 */
export function timelineOf(told: Told): readonly Moment[] {
  const open = isOpen(told.state);
  const moments: Moment[] = [
    { what: { is: 'received', witnessed: told.witnessed === true }, day: told.receivedOn, stage: 'done' },
  ];
  const past = happened(told);
  // What rose after the last answer rose because it was open again.
  const answeredAt = past.findLastIndex(({ what }) => what.is === 'answered');
  moments.push(...past.slice(0, answeredAt + 1));
  if (open && told.replies.length > 0)
    moments.push({ what: { is: 'not-settled' }, day: null, stage: 'done' });
  moments.push(...past.slice(answeredAt + 1));
  if (open)
    moments.push(
      told.listed === false
        ? { what: { is: 'not-listed' }, day: null, stage: 'now' }
        : { what: { is: 'with', state: told.state, unit: told.unit }, day: told.since, stage: 'now' },
      { what: { is: 'waiting' }, day: told.dueOn, stage: 'to-come' },
    );
  else if (told.state === 'settled' || told.state === 'closed')
    moments.push({ what: { is: ended[told.state] }, day: told.since, stage: 'now' });
  return open ? moments : withLastNow(moments);
}

/** Answers, and each time that none had come, by their days. */
function happened({ replies, risen }: Told): Moment[] {
  const answers = replies.map(reply => ({ what: { is: 'answered' } as const, day: reply.sentOn }));
  const rises = risen.map(({ to, on }) => ({ what: { is: 'risen', to } as const, day: on }));
  // A day on which both happened: it rises at its beginning.
  const inOrder = [...rises, ...answers].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return inOrder.map(moment => ({ ...moment, stage: 'done' }));
}

/** Where it stands is the last thing that happened. */
function withLastNow(moments: readonly Moment[]): readonly Moment[] {
  return moments.map((moment, at) => (at === moments.length - 1 ? { ...moment, stage: 'now' } : moment));
}
