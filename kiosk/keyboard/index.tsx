import { useEffect, useState } from 'preact/hooks';
import type { TextEntryProps } from './text-entry.tsx';

type Loaded = typeof import('./text-entry.tsx');

const againMs = 1_000;
let loaded: Loaded | null = null;

/** Fetches the keyboard; tries again until it is there. Called one screen before it is needed. */
export async function loadKeyboard(): Promise<Loaded> {
  for (;;) {
    try {
      loaded = await import('./text-entry.tsx');
      return loaded;
    } catch {
      await new Promise(resolve => setTimeout(resolve, againMs));
    }
  }
}

/** A place to write in, with the kiosk's own keyboard; most people never need it, so it is a file of its own. */
export function TextEntry(props: TextEntryProps) {
  const [here, setHere] = useState(loaded);
  useEffect(() => {
    if (!here) void loadKeyboard().then(setHere);
  }, [here]);
  return here ? <here.TextEntry {...props} /> : null;
}
