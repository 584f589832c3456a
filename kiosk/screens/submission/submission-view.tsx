import { useRef } from 'preact/hooks';
import { Banner } from '../../components/banner.tsx';
import { Pager } from '../../components/pager.tsx';
import { useWords } from '../../i18n/words.ts';
import { Reply } from './reply.tsx';
import './submission.css';
import type { Told } from './timeline.ts';
import { Timeline } from './timeline-view.tsx';
import { Verdict, type VerdictProps } from './verdict.tsx';

export interface Verdicts extends VerdictProps {
  /** What was just said, or why it could not be. */
  readonly said: 'settled' | 'not-settled' | { readonly problem: string } | null;
}

export interface SubmissionViewProps {
  readonly title: string;
  readonly told: Told;
  /** The writer's own words; null when none, or when a code alone does not show them. */
  readonly text: string | null;
  /** Said in place of replies that a code alone does not show. */
  readonly withheld?: string | undefined;
  readonly verdicts: Verdicts;
}

/** Where it is, what was answered, and whether that settles it. */
export function SubmissionView({ title, told, text, withheld, verdicts }: SubmissionViewProps) {
  return (
    <section class="k-submission">
      <h1 class="k-title">{title}</h1>
      <Timeline told={told} />
      <ReplyBox told={told} text={text} withheld={withheld} />
      {verdicts.said ? <Said said={verdicts.said} /> : <Verdict {...verdicts} />}
    </section>
  );
}

type ReplyBoxProps = Pick<SubmissionViewProps, 'told' | 'text' | 'withheld'>;

/** The latest reply first; under it the earlier ones and the writer's own words. */
function ReplyBox({ told, text, withheld }: ReplyBoxProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const replies = told.replies.toReversed();
  return (
    <div class="k-reply-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard. */}
      <article ref={box} class="k-reply" tabIndex={0}>
        {replies.length === 0 ? (
          <div>
            <p class="k-reply__text">{withheld ?? say('submission.waiting')}</p>
            {withheld ? null : <p class="k-reply__from">{say('submission.waitingLead')}</p>}
          </div>
        ) : null}
        {replies.map(reply => (
          <Reply key={`${reply.sentOn} ${reply.text}`} reply={reply} />
        ))}
        {text === null ? null : (
          <div class="k-own-words">
            <p class="k-reply__from">{say('submission.words')}</p>
            <p>{text}</p>
          </div>
        )}
      </article>
      <Pager scroller={box} content={told} />
    </div>
  );
}

function Said({ said }: { said: NonNullable<Verdicts['said']> }) {
  const { say } = useWords();
  if (typeof said === 'object') return <Banner kind="danger" picture="other" strong={said.problem} />;
  return said === 'settled' ? (
    <Banner kind="good" picture="state-settled" strong={say('submission.thanks')}>
      {say('submission.thanksSettled')}
    </Banner>
  ) : (
    <Banner kind="kept" picture="state-not-settled" strong={say('submission.thanks')}>
      {say('submission.thanksReopened')}
    </Banner>
  );
}
