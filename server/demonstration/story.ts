import type { Rule43Kind, UnitKey } from '../../shared/submission/kinds.ts';
import type { OutcomeDetail } from '../../shared/submission/reply.ts';
import type { SubmissionContent } from '../../shared/submission/schema.ts';
import type { Prisoner, WingLetter } from './people.ts';
import type { Username } from './staff.ts';

export type Language = 'en' | 'sw';

/** Who stands at the kiosk, and how he says so. */
export type Writer =
  | { readonly kind: 'signed-in'; readonly prisoner: Prisoner }
  | { readonly kind: 'nameless' }
  /** The server was away: number and PIN travel in their envelope, right or wrong. */
  | { readonly kind: 'number-and-pin'; readonly prisoner: Prisoner; readonly pin: string };

/** Something done with a submission after it was sent. */
export type Move =
  | {
      readonly at: Temporal.Instant;
      readonly do: 'pass';
      readonly by: Username;
      readonly named: readonly Username[];
    }
  | {
      readonly at: Temporal.Instant;
      readonly do: 'route';
      readonly by: Username;
      readonly unit: UnitKey;
      readonly personNeeded: boolean;
      readonly note: string | null;
    }
  | {
      readonly at: Temporal.Instant;
      readonly do: 'return' | 'note' | 'close';
      readonly by: Username;
      readonly note: string;
    }
  | {
      readonly at: Temporal.Instant;
      readonly do: 'answer';
      readonly by: Username;
      readonly reply: OutcomeDetail;
    }
  | { readonly at: Temporal.Instant; readonly do: 'call-back'; readonly by: Username }
  /** The server's own doing: nameless ones come into the list, a reply's ten seconds are over. */
  | { readonly at: Temporal.Instant; readonly do: 'list' | 'send' }
  /** The writer's: he comes to the kiosk and opens the reply; then he says whether it is settled. */
  | { readonly at: Temporal.Instant; readonly do: 'open' | 'settle' | 'not-settle' }
  /** The owner of a number says that it was not he who wrote in it. */
  | { readonly at: Temporal.Instant; readonly do: 'disown' };

export type Said = Pick<
  SubmissionContent,
  'problem' | 'when' | 'many' | 'text' | 'aboutOfficer' | 'language'
> & { readonly kind: Rule43Kind };

/** One submission and what becomes of it. */
export interface Story {
  readonly wing: WingLetter;
  readonly writer: Writer;
  readonly said: Said;
  /** When it reached the server. */
  readonly takenAt: Temporal.Instant;
  /** How long the kiosk had kept it, in hours; 0 when the server was there. */
  readonly keptHours: number;
  /** In the order of their times. */
  readonly moves: readonly Move[];
}

/** Whether officers get to know who wrote it, as far as the writer can tell. */
export function isNameless(writer: Writer): boolean {
  return (
    writer.kind === 'nameless' || (writer.kind === 'number-and-pin' && writer.pin !== writer.prisoner.pin)
  );
}
