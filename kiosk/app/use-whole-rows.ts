import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Ends a list where a row ends: half a row looks like the end of the list, and the pager beside it says the rest.
 * `content` is whatever changes the rows.
 */
export function useWholeRows(list: RefObject<HTMLElement | null>, content: unknown): void {
  useLayoutEffect(() => {
    const element = list.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    const measure = () => {
      element.style.maxBlockSize = '';
      const room = element.clientHeight;
      const top = element.getBoundingClientRect().top - element.scrollTop;
      const ends = [...element.children].map(row => row.getBoundingClientRect().bottom - top);
      const last = ends.findLast(end => end <= room + 1);
      // Where not even one row has room, a part of it is better than nothing.
      if (last !== undefined && last < (ends.at(-1) ?? 0))
        element.style.maxBlockSize = `${String(Math.ceil(last))}px`;
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(frame);
    return () => sizes.disconnect();
  }, [list, content]);
}
