import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { problemPicture } from '../../../shared/submission/kinds.ts';
import type { OwnSubmission } from '../../../shared/submission/schema.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { changeSession, session } from '../../app/session.ts';
import { useWholeRows } from '../../app/use-whole-rows.ts';
import { Button } from '../../components/button.tsx';
import { onChoice } from '../../components/choice.ts';
import { Pager } from '../../components/pager.tsx';
import { Icon, Picture } from '../../components/picture.tsx';
import { State } from '../../components/state.tsx';
import { sayDay } from '../../i18n/days.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { type FailureName, ownSubmissions } from '../../store/index.ts';
import { SessionStrips } from '../prisoner/strips.tsx';
import { answeredFirst } from './answered-first.ts';
import { StateBadge } from './badge.tsx';
import { sayMatter } from './say-problem.ts';
import { sayHolder } from './say-state.ts';

/** Fetches the list into memory, where it stays until sign-out. */
function useOwn() {
  const { who, submissions } = useLive(session);
  const [problem, setProblem] = useState<FailureName | null>(null);
  const load = useCallback(async () => {
    if (who === null || who === 'nameless' || who.kind !== 'person') return;
    setProblem(null);
    const answer = await ownSubmissions(who);
    // Whoever was signed in then may be gone by now.
    if (session.get().who !== who) return;
    if (answer.ok) changeSession({ submissions: answer.value });
    else setProblem(answer.problem);
  }, [who]);
  useEffect(() => void load(), [load]);
  return { submissions, problem, load };
}

/** What somebody sent, what was answered before the rest, each with its state in plain words. */
export function Submissions() {
  const { language, say } = useWords();
  const { submissions, problem, load } = useOwn();
  const { who } = useLive(session);
  const closed = who !== null && who !== 'nameless' && who.kind === 'person' && who.reset !== null;
  if (submissions === null && problem !== null)
    return (
      <State
        kind="error"
        picture="tile-mine"
        title={problem === 'unreachable' ? say('submissions.offline') : problemWords(problem, language)}
        lead={say('submissions.offlineLead')}
      >
        <Button
          kind="primary"
          large
          icon="rotate-ccw"
          label={say('submissions.again')}
          onTap={() => void load()}
        />
      </State>
    );
  if (submissions === null)
    return <State kind="slow" picture="tile-mine" title={say('submissions.loading')} />;
  return (
    <div class="k-strips">
      <SessionStrips />
      {submissions.length === 0 ? (
        <State
          kind="empty"
          picture="tile-mine"
          // After a reset by others something older may be there that is not shown.
          title={say(closed ? 'submissions.closed' : 'submissions.empty')}
          lead={say('submissions.emptyLead')}
        />
      ) : (
        <List submissions={answeredFirst(submissions)} />
      )}
    </div>
  );
}

function List({ submissions }: { submissions: readonly OwnSubmission[] }) {
  const { say } = useWords();
  const rows = useRef<HTMLUListElement>(null);
  useWholeRows(rows, submissions);
  const today = todayIn(zoneOf(useKiosk().settings));
  return (
    <section class="k-submissions">
      <h1 class="k-title">{say('submissions.title')}</h1>
      <ul ref={rows} class="k-rows">
        {submissions.map(submission => (
          <li key={submission.id}>
            <Row submission={submission} today={today} />
          </li>
        ))}
      </ul>
      <Pager scroller={rows} content={submissions} />
    </section>
  );
}

function Row({ submission, today }: { submission: OwnSubmission; today: string }) {
  const { say } = useWords();
  const { kind, problem, state, unit, receivedOn } = submission;
  const sent = say('submissions.sent', { day: sayDay(say, receivedOn, today) });
  return (
    <button
      type="button"
      class="k-row"
      data-new={state === 'answered' || undefined}
      {...onChoice(() => go({ at: 'submission', id: submission.id }))}
    >
      <Picture id={problemPicture(kind, problem)} />
      <span class="k-row__title">{sayMatter(say, kind, problem)}</span>
      <span class="k-row__note">
        {sent} · {sayHolder(say, state, unit)}
      </span>
      <StateBadge {...submission} today={today} />
      <Icon name="chevron-right" />
    </button>
  );
}
