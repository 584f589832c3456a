import { useEffect, useRef, useState } from 'preact/hooks';
import type { Notice } from '../../../shared/sentence/view.ts';
import { useLive } from '../../app/live.ts';
import { back } from '../../app/navigator.ts';
import { changeSession, session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { RemissionNotInYours } from '../../components/not-in-yours.tsx';
import { Choices, Tile } from '../../components/tile.tsx';
import { sayDate } from '../../i18n/days.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { answerNotice, type FailureName, type Person } from '../../store/index.ts';
import { isUnheard } from './notices.tsx';
import { ask } from './query.tsx';

/** Puts the answer into what is shown, without fetching it all again. */
function keep(id: string, answer: NonNullable<Notice['answer']>): void {
  const { sentence } = session.get();
  if (!sentence) return;
  const notices = sentence.notices.map(one => (one.id === id ? { ...one, answer } : one));
  changeSession({ sentence: { ...sentence, notices } });
}

/** Showing a notice is its opening, and the server is told once. */
function useOpened(person: Person | null, notice: Notice | null): void {
  const told = useRef(false);
  useEffect(() => {
    if (!person || !notice || notice.answer !== null || told.current) return;
    told.current = true;
    void answerNotice(person, notice.id, 'opened').then(
      answer => session.get().who === person && answer.ok && keep(notice.id, 'opened'),
    );
  }, [person, notice]);
}

/** A forfeiture, made fully known (96): what, by whose order, when he was heard, and two answers of one size. */
export function NoticeScreen({ id }: { id: string }) {
  const { language, say } = useWords();
  const { who, sentence } = useLive(session);
  const here = useHere();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FailureName | null>(null);
  const notice = sentence?.notices.find(one => one.id === id) ?? null;
  const person = who !== null && who !== 'nameless' && who.kind === 'person' ? who : null;
  useOpened(person, notice);
  if (!notice || !person) return null;

  const answer = async (kind: 'heard' | 'disagree') => {
    if (busy) return;
    setBusy(true);
    const given = await answerNotice(person, id, kind);
    if (!here.current) return;
    setBusy(false);
    if (!given.ok) {
      setProblem(given.problem);
      return;
    }
    keep(id, kind);
    if (kind === 'disagree') askAbout(notice);
    else back();
  };
  return (
    <section class="k-notice">
      <h1 class="k-title">{say('notice.title')}</h1>
      <RemissionNotInYours />
      <Facts notice={notice} />
      {problem ? <Banner kind="danger" picture="other" strong={problemWords(problem, language)} /> : null}
      {isUnheard(notice) ? (
        <div class="k-verdict">
          <h2 class="k-verdict__title">{say('notice.ask')}</h2>
          <Choices>
            <Tile picture="state-received" label={say('notice.heard')} onTap={() => void answer('heard')} />
            <Tile
              picture="state-not-settled"
              label={say('notice.disagree')}
              onTap={() => void answer('disagree')}
            />
          </Choices>
          <p>{say('notice.later')}</p>
        </div>
      ) : (
        <Said notice={notice} />
      )}
    </section>
  );
}

function askAbout({ days, on, order, orderedBy }: Notice): void {
  ask('forfeiture', { page: 'release', line: 'forfeited', shown: { days, on, order, orderedBy } });
}

function Facts({ notice }: { notice: Notice }) {
  const { say } = useWords();
  const { days, on, orderedBy, order, heardOn, reason } = notice;
  return (
    <dl class="k-notice__facts">
      <dt>{say('notice.what')}</dt>
      <dd>
        <strong>{say('notice.lost', { count: days })}</strong>
      </dd>
      <dt>{say('notice.on')}</dt>
      <dd>{sayDate(say, on)}</dd>
      <dt>{say('notice.by')}</dt>
      <dd>
        {orderedBy}, {order}
      </dd>
      <dt>{say('notice.heardOn')}</dt>
      <dd>{heardOn ? sayDate(say, heardOn) : say('notice.notHeard')}</dd>
      <dt>{say('notice.why')}</dt>
      <dd>{reason}</dd>
    </dl>
  );
}

function Said({ notice }: { notice: Notice }) {
  const { say } = useWords();
  const agreed = notice.answer === 'heard';
  return (
    <div class="k-verdict">
      <Banner
        kind="kept"
        picture={agreed ? 'state-received' : 'state-not-settled'}
        strong={say(agreed ? 'notice.saidHeard' : 'notice.saidDisagree')}
      />
      <div class="k-actions">
        <Button
          kind="secondary"
          large
          icon="flag"
          label={say('query.wrong')}
          onTap={() => askAbout(notice)}
        />
      </div>
    </div>
  );
}
