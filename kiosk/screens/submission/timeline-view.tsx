import { useLayoutEffect, useRef } from 'preact/hooks';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { Picture } from '../../components/picture.tsx';
import { sayDay } from '../../i18n/days.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import { sayHolder } from './say-state.ts';
import { type Moment, type Told, timelineOf, type What } from './timeline.ts';

const pictures: Readonly<Record<What['is'], string>> = {
  received: 'state-received',
  with: 'state-with-officer',
  'not-listed': 'state-kept',
  waiting: 'state-answered',
  risen: 'tile-stage',
  answered: 'state-answered',
  'not-settled': 'state-not-settled',
  settled: 'state-settled',
  closed: 'state-kept',
};

function sayWhat(say: Say, what: What): string {
  switch (what.is) {
    case 'received':
      return say(what.witnessed ? 'submission.witnessed' : 'submission.received');
    case 'with':
      return sayHolder(say, what.state, what.unit);
    case 'not-listed':
      return say('submission.notListed');
    case 'waiting':
      return say('submission.waiting');
    case 'risen':
      return say(`submission.risen.${what.to}`);
    case 'answered':
      return say('state.answered');
    case 'not-settled':
      return say('submission.youNotSettled');
    case 'settled':
      return say('submission.youSettled');
    case 'closed':
      return say('submission.closed');
  }
}

/** Where a submission has been, who has it, and by when it is answered. */
export function Timeline({ told }: { told: Told }) {
  const { say } = useWords();
  const today = todayIn(zoneOf(useKiosk().settings));
  const list = useRef<HTMLOListElement>(null);
  // Where it is now stands last; on a low screen the beginning may be out of sight, never the end.
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight, behavior: 'instant' });
  }, [told]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard.
    <ol ref={list} class="k-timeline" tabIndex={0}>
      {timelineOf(told).map(moment => (
        <li
          key={`${moment.what.is} ${'to' in moment.what ? moment.what.to : ''} ${moment.day ?? ''}`}
          class="k-moment"
          data-state={moment.stage === 'to-come' ? undefined : moment.stage}
        >
          <Picture id={pictures[moment.what.is]} />
          <p class="k-moment__what">{sayWhat(say, moment.what)}</p>
          {moment.day ? <p class="k-moment__when">{sayWhen(say, moment, moment.day, today)}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function sayWhen(say: Say, moment: Moment, isoDay: string, today: string): string {
  const day = sayDay(say, isoDay, today);
  if (moment.what.is === 'with') return say('submission.since', { day });
  if (moment.what.is !== 'waiting') return day;
  return isoDay < today ? say('submission.lateSince', { day }) : say('submission.dueBy', { day });
}
