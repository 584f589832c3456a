import type { EarningsLine, EarningsView } from '../../../shared/earnings/view.ts';
import { isWaiting } from '../../../shared/prisoner/classes.ts';
import { Icon, Picture } from '../../components/picture.tsx';
import { sayDate } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';
import type { Person } from '../../store/index.ts';
import { earningsWords, gradeLetter } from './earnings-words.ts';
import { EmptyRecord } from './empty-record.tsx';
import { Lines, RecordLine } from './line.tsx';
import { MeantFor } from './meant-for.tsx';
import { Months } from './months.tsx';
import { OwnPage, RecordFrame } from './record-frame.tsx';
import { useOwn } from './use-own.ts';

/** His earnings as sums: this month, what he may spend, what is kept. Nothing here changes money. */
export function Earnings({ person }: { person: Person }) {
  const own = useOwn(person, 'earnings');
  return (
    <OwnPage page="earnings" own={own}>
      {view => <Shown view={view} person={person} />}
    </OwnPage>
  );
}

function Shown({ view, person }: { view: EarningsView; person: Person }) {
  const { say } = useWords();
  // Who waits for his court need not work; if he did, his money is not hidden from him.
  if (view.lines.length === 0)
    return isWaiting(person.class) ? (
      <MeantFor person={person} of={person.class} />
    ) : (
      <EmptyRecord page="earnings" />
    );
  return (
    <RecordFrame title={say('record.earnings')} content={view}>
      <Sums view={view} />
      <Doubts view={view} />
      <ThisMonth view={view} />
      <Months months={view.months} />
      <Whole view={view} />
      <Lines title={say('earnings.lines')}>
        {view.lines.map(line => (
          <Entry key={line.id} line={line} />
        ))}
      </Lines>
    </RecordFrame>
  );
}

/** The three figures that he came for. */
function Sums({ view }: { view: EarningsView }) {
  const { say } = useWords();
  const { money, workSum } = earningsWords(say);
  const { month, balance } = view;
  return (
    <dl class="k-sums">
      <div class="k-sum" data-first>
        <Picture id="page-work" />
        <dt>{say('earnings.month')}</dt>
        <dd class="k-sum__figure">{money(month.creditedCents)}</dd>
        <dd>{month.work.length > 0 ? month.work.map(workSum).join(' · ') : say('earnings.monthNone')}</dd>
      </div>
      <div class="k-sum">
        <Picture id="tile-earnings" />
        <dt>{say('earnings.spendable')}</dt>
        <dd class="k-sum__figure">{money(balance.spendable)}</dd>
        <dd>{say('earnings.spendableNote')}</dd>
      </div>
      <div class="k-sum">
        <Picture id="tile-release" />
        <dt>{say('earnings.saved')}</dt>
        <dd class="k-sum__figure">{money(balance.saved)}</dd>
        <dd>{say('earnings.savedNote')}</dd>
      </div>
    </dl>
  );
}

/** What is not confirmed, or does not add up as it should. */
function Doubts({ view }: { view: EarningsView }) {
  const { say } = useWords();
  const worked = new Set(view.month.work.map(({ grade }) => grade));
  const doubts = [
    ...(view.balance.spendable < 0 ? [say('earnings.below')] : []),
    ...(view.share.confirmed ? [] : [say('earnings.shareNotConfirmed')]),
    ...view.rates
      .filter(({ grade, confirmed }) => !confirmed && worked.has(grade))
      .map(({ grade }) => say('earnings.rateNotConfirmed', { grade: gradeLetter(grade) })),
  ];
  if (doubts.length === 0) return null;
  return (
    <div class="k-believe" role="status">
      <Icon name="circle-help" />
      <p>{doubts.join(' ')}</p>
    </div>
  );
}

function ThisMonth({ view }: { view: EarningsView }) {
  const { say } = useWords();
  const { money, signed, workSum } = earningsWords(say);
  const { work, correctedCents, spentCents } = view.month;
  if (work.length === 0 && correctedCents === 0 && spentCents === 0) return null;
  return (
    <Lines title={say('earnings.month')}>
      {work.map(sum => (
        <RecordLine
          key={`${sum.grade} ${sum.rateCents}`}
          words={workSum(sum)}
          sum={money(sum.cents)}
          problem="earnings"
          page="earnings"
          line="month-work"
          figures={{
            grade: gradeLetter(sum.grade),
            days: sum.days,
            rateCents: sum.rateCents,
            amountCents: sum.cents,
          }}
        />
      ))}
      {correctedCents === 0 ? null : (
        <RecordLine
          words={say('earnings.corrected')}
          sum={signed(correctedCents)}
          sign="against"
          problem="earnings"
          page="earnings"
          line="month-corrected"
          figures={{ amountCents: correctedCents }}
        />
      )}
      {spentCents === 0 ? null : (
        <RecordLine
          words={say('earnings.spent')}
          sum={signed(-spentCents)}
          sign="against"
          problem="earnings"
          page="earnings"
          line="month-spent"
          figures={{ amountCents: -spentCents }}
        />
      )}
    </Lines>
  );
}

/** From everything ever credited to what is left. */
function Whole({ view }: { view: EarningsView }) {
  const { say } = useWords();
  const { money, signed } = earningsWords(say);
  const { credited, spendable, saved } = view.balance;
  const gone = credited - spendable - saved;
  const share = view.share.value ? say('earnings.share', { share: view.share.value }) : null;
  const line = (name: string, words: string, cents: number, against = false) => (
    <RecordLine
      words={words}
      sum={against ? signed(-cents) : money(cents)}
      sign={against ? 'against' : null}
      problem="earnings"
      page="earnings"
      line={name}
      figures={{ amountCents: against ? -cents : cents }}
    />
  );
  return (
    <Lines title={say('earnings.all')} note={share}>
      {line('credited', say('earnings.credited'), credited)}
      {gone === 0 ? null : line('gone', say('earnings.gone'), gone, true)}
      {line('spendable', say('earnings.spendable'), spendable)}
      {line('saved', say('earnings.saved'), saved)}
    </Lines>
  );
}

function Entry({ line }: { line: EarningsLine }) {
  const { say } = useWords();
  const { lineWords, signed } = earningsWords(say);
  return (
    <RecordLine
      words={lineWords(line)}
      note={[sayDate(say, line.onDay), line.reversed ? say('earnings.reversed') : '']
        .filter(Boolean)
        .join('. ')}
      sum={signed(line.amountCents)}
      sign={line.amountCents < 0 ? 'against' : null}
      off={line.reversed}
      problem="earnings"
      page="earnings"
      line={line.kind}
      figures={{ on: line.onDay, amountCents: line.amountCents, line: line.id }}
    />
  );
}
