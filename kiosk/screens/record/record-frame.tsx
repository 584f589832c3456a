import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { RecordPage } from '../../app/places.ts';
import type { OwnRecord } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { RemissionNotInYours } from '../../components/not-in-yours.tsx';
import { Pager } from '../../components/pager.tsx';
import { State } from '../../components/state.tsx';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { SessionStrips } from '../prisoner/strips.tsx';
import type { Own } from './use-own.ts';

interface OwnPageProps<N extends keyof OwnRecord> {
  readonly page: RecordPage;
  readonly own: Own<N>;
  readonly children: (value: NonNullable<OwnRecord[N]>) => ComponentChildren;
}

/** A page of somebody's record once it has come; until then that it is on its way, or why it is not. */
export function OwnPage<N extends keyof OwnRecord>({ page, own, children }: OwnPageProps<N>) {
  if (own.value === null) return <Awaited page={page} own={own} />;
  return (
    <div class="k-strips">
      <SessionStrips />
      {page === 'release' ? <RemissionNotInYours /> : null}
      {children(own.value)}
    </div>
  );
}

function Awaited({ page, own }: { page: RecordPage; own: Pick<Own<'sentence'>, 'problem' | 'load'> }) {
  const { language, say } = useWords();
  const { problem } = own;
  const picture = `tile-${page}`;
  if (problem === null) return <State kind="slow" picture={picture} title={say('record.loading')} />;
  return (
    <State
      kind="error"
      picture={picture}
      title={problem === 'unreachable' ? say('failure.signInNeedsServer') : problemWords(problem, language)}
      lead={say('record.offlineLead')}
    >
      <Button
        kind="primary"
        large
        icon="rotate-ccw"
        label={say('submissions.again')}
        onTap={() => void own.load()}
      />
    </State>
  );
}

interface FrameProps {
  readonly title: string;
  /** Whatever changes the length of the page. */
  readonly content: unknown;
  readonly children: ComponentChildren;
}

/** The page itself: it turns by taps when it is longer than the glass. */
export function RecordFrame({ title, content, children }: FrameProps) {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <section class="k-record">
      <h1 class="c-visually-hidden">{title}</h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard. */}
      <div ref={scroller} class="k-record__scroll" tabIndex={0}>
        <div>{children}</div>
      </div>
      <Pager scroller={scroller} content={content} />
    </section>
  );
}
