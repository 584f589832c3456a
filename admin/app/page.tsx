import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notices } from './notices.tsx';

interface PageProps {
  readonly title: string;
  readonly note?: string | null | undefined;
  readonly tools?: ComponentChildren;
  readonly narrow?: boolean;
  /** The page puts the focus somewhere better by itself. */
  readonly ownFocus?: boolean;
  readonly children: ComponentChildren;
}

let first = true;

/** A page of the panel: its title, its tools, what must be known before anything else, and its content. */
export function Page({ title, note, tools, narrow = false, ownFocus = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Sauti`;
  }, [title]);
  useEffect(() => {
    // A new page is read out from its title; the very first one is the browser's to announce.
    if (!first && !ownFocus) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <div class="p-page">
      <header class="p-top">
        <h1 class="p-top__title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {note ? <p class="p-top__note">{note}</p> : null}
        {tools ? <div class="p-top__tools">{tools}</div> : null}
      </header>
      <Notices />
      <main id="main" class={narrow ? 'p-main p-main--narrow' : 'p-main'}>
        {children}
      </main>
    </div>
  );
}
