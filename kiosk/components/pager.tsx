import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useWords } from '../i18n/words.ts';
import { Icon } from './picture.tsx';
import { onTap } from './tap.ts';

interface Position {
  readonly now: number;
  readonly all: number;
}

/** How much of the last screenful stays visible after a turn, so that the eye finds its line again. */
const overlap = 0.12;

function positionOf(element: HTMLElement): Position {
  const step = element.clientHeight * (1 - overlap);
  const rest = element.scrollHeight - element.clientHeight;
  if (step <= 0 || rest <= 4) return { now: 1, all: 1 };
  const all = Math.ceil(rest / step) + 1;
  const atEnd = element.scrollTop >= rest - 4;
  return { now: atEnd ? all : Math.min(all - 1, Math.floor(element.scrollTop / step + 0.5) + 1), all };
}

/** Follows what `scroller` shows; `content` is whatever changes its length. */
function usePosition(scroller: RefObject<HTMLElement | null>, content: unknown): Position {
  const [position, setPosition] = useState<Position>({ now: 1, all: 1 });
  // Another content has another length.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setPosition(positionOf(element));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    if (element.firstElementChild) sizes.observe(element.firstElementChild);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, content]);
  return position;
}

/** Turns a scrolling place a screenful at a time, by taps; nothing is drawn when all of it is seen. */
export function Pager({ scroller, content }: { scroller: RefObject<HTMLElement | null>; content: unknown }) {
  const { say } = useWords();
  const { now, all } = usePosition(scroller, content);
  if (all === 1) return null;
  const turn = (by: 1 | -1) => {
    const element = scroller.current;
    element?.scrollBy({ top: by * element.clientHeight * (1 - overlap) });
  };
  return (
    <div class="k-pager">
      <PagerButton label={say('content.up')} icon="chevron-up" off={now === 1} act={() => turn(-1)} />
      <p class="k-pager__where">{say('content.where', { now: String(now), all: String(all) })}</p>
      <PagerButton label={say('content.down')} icon="chevron-down" off={now === all} act={() => turn(1)} />
    </div>
  );
}

interface PagerButtonProps {
  readonly label: string;
  readonly icon: string;
  readonly off: boolean;
  readonly act: () => void;
}

function PagerButton({ label, icon, off, act }: PagerButtonProps) {
  return (
    <button
      type="button"
      class="k-pager__button"
      aria-label={label}
      aria-disabled={off || undefined}
      {...onTap(act)}
    >
      <Icon name={icon} />
    </button>
  );
}
