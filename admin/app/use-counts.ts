import { useEffect } from 'preact/hooks';
import type { Me } from '../store/session.ts';
import { refreshCounts } from '../store/submission.ts';
import { takeAhead } from '../store/submission-ahead.ts';
import { readsCases } from './place.ts';
import { useLive } from './use-load.ts';

/** Keeps the counts of the menu as they are on the server, for the roles that read cases. */
export function useCounts(me: Me): void {
  const reads = readsCases(me.role) && !me.mustChangePassword;
  const refresh = () => {
    if (reads) void refreshCounts();
  };
  useEffect(() => {
    if (!takeAhead('counts')) refresh();
  }, [me.id, reads]);
  useLive(refresh);
}
