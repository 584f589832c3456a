import type { SentenceView } from '../../../shared/sentence/view.ts';
import type { Figures } from '../../../shared/submission/schema.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { Icon, Picture } from '../../components/picture.tsx';
import { sayDate } from '../../i18n/days.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import type { Person } from '../../store/index.ts';
import { CourtRows } from './court-rows.tsx';
import { Ledger } from './ledger.tsx';
import { RecordLine } from './line.tsx';
import { NoDates } from './no-dates.tsx';
import { UnheardNotices } from './notices.tsx';
import { OwnPage, RecordFrame } from './record-frame.tsx';
import { useOwn } from './use-own.ts';

/** The two dates of rule 97's record, why they are what they are, and how far they can be believed. */
export function Release({ person }: { person: Person }) {
  const own = useOwn(person, 'sentence');
  return (
    <OwnPage page="release" own={own}>
      {view => <Shown view={view} person={person} />}
    </OwnPage>
  );
}

function Shown({ view, person }: { view: SentenceView; person: Person }) {
  const { say } = useWords();
  const { computed, recorded } = view;
  if (recorded === null && !computed.ok) return <NoDates refusal={computed.refusal} view={view} />;
  return (
    <RecordFrame title={say('record.release')} content={view}>
      <UnheardNotices view={view} />
      <CourtRows view={view} person={person} />
      <Dates view={view} />
      <StateLine view={view} />
      {computed.ok ? <Ledger view={view} steps={computed.steps} /> : null}
      <Punishments view={view} />
    </RecordFrame>
  );
}

function Dates({ view }: { view: SentenceView }) {
  const { say } = useWords();
  const today = todayIn(zoneOf(useKiosk().settings));
  const { recorded, computed } = view;
  const dates = recorded ?? (computed.ok ? computed : null);
  if (dates === null) return null;
  const reached = dates.earliest <= today;
  return (
    <dl class="k-dates" data-kind={recorded ? 'recorded' : 'computed'}>
      <div class="k-date" data-first>
        <Picture id="tile-release" />
        <dt>{say('release.earliest')}</dt>
        <dd class="k-date__day">{sayDate(say, dates.earliest)}</dd>
        <dd>{reached ? say('release.reached') : say('release.earliestNote')}</dd>
      </div>
      <div class="k-date">
        <Picture id="when-longer" />
        <dt>{say('release.latest')}</dt>
        <dd class="k-date__day">{sayDate(say, dates.latest)}</dd>
        <dd>{say('release.latestNote')}</dd>
      </div>
    </dl>
  );
}

const icons = {
  checked: 'circle-check',
  'not-checked': 'hourglass',
  'being-checked': 'search',
  'not-entered': 'circle-help',
} as const;

/** Whether anybody has checked these dates, and by which way of counting they were worked out. */
function StateLine({ view }: { view: SentenceView }) {
  const { say } = useWords();
  const { state, checkedOn, convention } = view;
  const day = checkedOn ? sayDate(say, checkedOn) : '';
  return (
    <div class="k-believe" data-state={state} role="status">
      <Icon name={icons[state]} />
      <p>
        <strong>{say(`release.state.${state}`, { day })}</strong> {say(`release.stateWhy.${state}`)}
        {convention.confirmed ? null : <> {say('release.convention')}</>}
      </p>
    </div>
  );
}

type Punishment = SentenceView['punishments'][number];

function punishmentWords(say: Say, { lost, what, orderedBy, order, from, to }: Punishment): string {
  const by = say('release.orderedBy', { who: orderedBy, order });
  const when = to
    ? say('release.fromTo', { from: sayDate(say, from), to: sayDate(say, to) })
    : say('release.from', { from: sayDate(say, from) });
  return `${say(`release.lost.${lost}`)}: ${what}. ${by} ${when}`;
}

/** What *I think this is wrong* carries of a punishment. */
function punishmentFigures({ what, orderedBy, order, from, to }: Punishment): Figures['shown'] {
  return { what, orderedBy, order, from, ...(to ? { to } : {}) };
}

/** Punishments as they stand in the book, each a line that can be said to be wrong. */
function Punishments({ view }: { view: SentenceView }) {
  const { say } = useWords();
  if (view.punishments.length === 0 && view.notices.length === 0) return null;
  return (
    <section class="k-ledger">
      <h2 class="k-ledger__title">{say('release.punishments')}</h2>
      <ul class="k-ledger__lines">
        {view.notices.map(notice => (
          <li key={notice.id} class="k-ledger__line">
            <button type="button" class="k-ledger__open" onClick={() => go({ at: 'notice', id: notice.id })}>
              {say('notice.lost', { count: notice.days })}, {sayDate(say, notice.on)}
              <Icon name="chevron-right" />
            </button>
          </li>
        ))}
        {view.punishments.map(one => (
          <RecordLine
            key={one.id}
            words={punishmentWords(say, one)}
            problem="punishment"
            page="release"
            line="punishment"
            figures={punishmentFigures(one)}
          />
        ))}
      </ul>
    </section>
  );
}
