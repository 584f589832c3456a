import { useLayoutEffect, useState } from 'preact/hooks';
import type { Law } from '../../../shared/law/schema.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { law } from '../../store/index.ts';

/** The law as last fetched: `undefined` while it is read from the kiosk's database, null when none is here. */
export function useLaw(): Law | null | undefined {
  const version = useKiosk().law?.version;
  const [found, setFound] = useState<Law | null | undefined>(undefined);
  // A new version is another text.
  useLayoutEffect(() => {
    let wanted = true;
    void law().then(next => {
      if (wanted) setFound(next);
    });
    return () => {
      wanted = false;
    };
  }, [version]);
  return found;
}
