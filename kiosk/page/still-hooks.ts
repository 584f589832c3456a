/**
 * Stands in for `preact/hooks` where a screen is drawn once, into a page that lies still (see first-screen.tsx): what
 * is remembered is what it begins with, and nothing that would follow a drawing happens.
 */

export function useState<T>(first: T | (() => T)): [T, (next: unknown) => void] {
  return [first instanceof Function ? first() : first, () => undefined];
}

export function useRef<T>(current: T): { current: T } {
  return { current };
}

export function useCallback<T>(callback: T): T {
  return callback;
}

export const useEffect = (): void => undefined;
export const useLayoutEffect = useEffect;
