import { useState } from 'preact/hooks';
import type { Stage as StageName } from '../../../shared/stage/stages.ts';
import type { StageView } from '../../../shared/stage/view.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { Icon } from '../../components/picture.tsx';
import { sayDate } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';
import type { Person } from '../../store/index.ts';
import { EmptyRecord } from './empty-record.tsx';
import { Ladder } from './ladder.tsx';
import { Lines, RecordLine } from './line.tsx';
import { Brings, Further } from './privileges.tsx';
import { OwnPage, RecordFrame } from './record-frame.tsx';
import { useOwn } from './use-own.ts';

/** Where he stands, what it brings, what moves him up, and how he came there. */
export function Stage({ person }: { person: Person }) {
  const own = useOwn(person, 'stage');
  return (
    <OwnPage page="stage" own={own}>
      {view =>
        view.stage === null ? <EmptyRecord page="stage" /> : <Shown view={view} stage={view.stage} />
      }
    </OwnPage>
  );
}

function Shown({ view, stage }: { view: StageView; stage: StageName }) {
  const { say } = useWords();
  const [looked, look] = useState(stage);
  return (
    <RecordFrame title={say('record.stage')} content={[view, looked]}>
      <Ladder view={view} looked={looked} onLook={look} />
      <Brings view={view} stage={looked} />
      <Next view={view} stage={stage} />
      <Lost view={view} />
      <Further view={view} />
      <History view={view} />
    </RecordFrame>
  );
}

function reviewWords(say: ReturnType<typeof useWords>['say'], review: string | null, today: string): string {
  if (review === null) return say('stage.reviewNone');
  return say(review < today ? 'stage.reviewPast' : 'stage.review', { day: sayDate(say, review) });
}

/** The next rung: how long it takes as far as that is known, and the day on which he is considered. */
function Next({ view, stage }: { view: StageView; stage: StageName }) {
  const { say } = useWords();
  const today = todayIn(zoneOf(useKiosk().settings));
  const { next } = view;
  const time =
    next?.months && next.from
      ? say(next.confirmed ? 'stage.nextMonths' : 'stage.nextUnsure', {
          count: next.months,
          day: sayDate(say, next.from),
        })
      : say('stage.nextUnknown');
  const words = next
    ? `${say('stage.nextTo', { stage: say(`stage.name.${next.stage}`) })} ${time}`
    : say('stage.nextTop');
  const doubt = next?.months && !next.confirmed ? say('stage.notConfirmed') : null;
  const review = reviewWords(say, view.review, today);
  return (
    <Lines title={say('stage.next')}>
      <RecordLine
        words={words}
        note={doubt}
        problem="stage"
        page="stage"
        line="next"
        figures={{ stage, ...(next?.from ? { from: next.from } : {}) }}
      />
      <RecordLine
        words={review}
        problem="stage"
        page="stage"
        line="review"
        figures={view.review ? { on: view.review } : {}}
      />
    </Lines>
  );
}

/** Forfeited privileges (rule 18), with who ordered it, why and until when. */
function Lost({ view }: { view: StageView }) {
  const { say } = useWords();
  if (view.lost.length === 0) return null;
  const spanOf = (from: string, to: string | null) =>
    to
      ? say('release.fromTo', { from: sayDate(say, from), to: sayDate(say, to) })
      : `${say('release.from', { from: sayDate(say, from) })} ${say('stage.lostOpen')}`;
  return (
    <Lines title={say('stage.lost')}>
      {view.lost.map(({ id, what, from, to, orderedBy, order, reason, over }) => (
        <RecordLine
          key={id}
          words={`${say(`privilege.${what}`)}. ${spanOf(from, to)}`}
          note={[
            say('release.orderedBy', { who: orderedBy, order }),
            say('stage.why', { reason }),
            over ? say('stage.lostOver') : '',
          ].join(' ')}
          off={over}
          problem="stage"
          page="stage"
          line="privilege-lost"
          figures={{ what, from, ...(to ? { to } : {}), orderedBy, order }}
        />
      ))}
    </Lines>
  );
}

const moveIcons = {
  put: 'circle-dot',
  promoted: 'chevron-up',
  reduced: 'chevron-down',
  kept: 'minus',
} as const;

/** Each decision with its reason, newest first. */
function History({ view }: { view: StageView }) {
  const { say } = useWords();
  return (
    <Lines title={say('stage.history')}>
      {view.history.map(({ id, stage, on, move, decidedBy, reason }) => (
        <RecordLine
          key={id}
          icon={<Icon name={moveIcons[move]} />}
          words={say(`stage.move.${move}`, { stage: say(`stage.name.${stage}`), day: sayDate(say, on) })}
          note={`${say('stage.decidedBy', { who: decidedBy })} ${say('stage.why', { reason })}`}
          problem="stage"
          page="stage"
          line={`move-${move}`}
          figures={{ stage, on }}
        />
      ))}
    </Lines>
  );
}
