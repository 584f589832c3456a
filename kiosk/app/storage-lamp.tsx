import { useWords } from '../i18n/words.ts';
import { useKiosk } from './kiosk-state.ts';

/**
 * The amber light for staff: the browser has not promised to keep what is stored here, so a full disk could empty
 * it. A shape and words beside the colour; prisoners lose nothing by it now.
 */
export function StorageLamp() {
  const { say } = useWords();
  const { phase, persisted } = useKiosk();
  if (phase !== 'enrolled' || persisted !== false) return null;
  return (
    <p class="k-lamp">
      <svg class="k-lamp__light" viewBox="0 0 48 48" aria-hidden="true">
        <path d="M24 3 45 24 24 45 3 24Z" />
        <path d="M24 14v12M24 34v.1" />
      </svg>
      <span>{say('status.storage')}</span>
    </p>
  );
}
