import type { UnitKey } from '../../shared/submission/kinds.ts';
import { callBackSeconds, type Outcome } from '../../shared/submission/reply.ts';
import { type Calendar, officeAfter, visitAfter } from './calendar.ts';
import type { Random } from './random.ts';
import type { Username } from './staff.ts';
import type { Move, Said } from './story.ts';
import { noteText, type Reason, replyOf } from './texts.ts';

/** What goes on with one submission, told step by step; each step says how long after the one before. */
export interface Course {
  readonly moves: readonly Move[];
  /** Nameless: it comes into the list at the next six in the morning. */
  list(at: Temporal.Instant): Course;
  pass(hours: number, by: Username, named?: readonly Username[]): Course;
  route(hours: number, by: Username, unit: UnitKey, options?: RouteOptions): Course;
  giveBack(hours: number, by: Username): Course;
  note(hours: number, by: Username): Course;
  close(hours: number, by: Username): Course;
  /** Written, and sent when its ten seconds are over. */
  answer(hours: number, by: Username, outcome: Outcome, reason?: Reason): Course;
  /** Written and called back: the next answer is the one that is sent. */
  recall(hours: number, by: Username, outcome: Outcome): Course;
  /** The writer comes `days` later and opens the reply. */
  open(days: number): Course;
  /** At the same visit. */
  say(word: 'settle' | 'not-settle'): Course;
  /** The owner of the number comes `days` later and says that it was not he. */
  disown(days: number): Course;
}

export interface RouteOptions {
  readonly personNeeded?: boolean;
  readonly noted?: boolean;
}

/** Begins after `from`, in office hours and kiosk hours; what would come after now is for later to cut off. */
export function beginCourse(calendar: Calendar, random: Random, said: Said, from: Temporal.Instant): Course {
  const { zone } = calendar;
  const moves: Move[] = [];
  let at = from;
  const office = (hours: number) => {
    // Nobody acts to the minute.
    at = officeAfter(at, hours + random.next() * 0.15, zone);
    return at;
  };
  const reply = (outcome: Outcome, reason: Reason) =>
    replyOf(said, outcome, reason, at.toZonedDateTimeISO(zone).toPlainDate(), random);
  const later = (seconds: number) => {
    at = at.add({ seconds });
    return at;
  };
  const visit = (days: number) => {
    at = visitAfter(at, days, random, zone);
    return at;
  };
  const add = (move: Move): Course => {
    moves.push(move);
    return course;
  };
  const course: Course = {
    moves,
    list: when => {
      at = when;
      return add({ at, do: 'list' });
    },
    pass: (hours, by, named = []) => add({ at: office(hours), do: 'pass', by, named }),
    route: (hours, by, unit, { personNeeded = false, noted = false } = {}) => {
      const note = noted ? noteText('route', random) : null;
      return add({ at: office(hours), do: 'route', by, unit, personNeeded, note });
    },
    giveBack: (hours, by) => add({ at: office(hours), do: 'return', by, note: noteText('return', random) }),
    note: (hours, by) => add({ at: office(hours), do: 'note', by, note: noteText('note', random) }),
    close: (hours, by) => add({ at: office(hours), do: 'close', by, note: noteText('close', random) }),
    answer: (hours, by, outcome, reason = 'first') => {
      add({ at: office(hours), do: 'answer', by, reply: reply(outcome, reason) });
      return add({ at: later(callBackSeconds + 1), do: 'send' });
    },
    recall: (hours, by, outcome) => {
      add({ at: office(hours), do: 'answer', by, reply: reply(outcome, 'first') });
      return add({ at: later(callBackSeconds - 4), do: 'call-back', by });
    },
    open: days => add({ at: visit(days), do: 'open' }),
    say: word => add({ at: later(random.between(20, 50)), do: word }),
    disown: days => add({ at: visit(days), do: 'disown' }),
  };
  return course;
}
