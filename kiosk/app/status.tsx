import { Icon } from '../components/picture.tsx';
import { sayMoment } from '../i18n/days.ts';
import { type Say, useWords } from '../i18n/words.ts';
import type { KioskState } from '../store/index.ts';
import { todayIn, useKiosk, zoneOf } from './kiosk-state.ts';

interface Status {
  readonly kind: 'online' | 'offline' | 'kept' | 'clock' | 'log';
  readonly icon: string;
  readonly text: string;
}

function offlineText(kiosk: KioskState, say: Say): string {
  const zone = zoneOf(kiosk.settings);
  const { offlineSince } = kiosk;
  if (offlineSince === null) return say('status.offlineNow');
  return say('status.offline', { since: sayMoment(say, offlineSince, zone, todayIn(zone)) });
}

/** How the machine stands, in the order of what matters most to whoever stands before it. */
export function statusOf(kiosk: KioskState, say: Say): Status {
  const kept = kiosk.waiting + kiosk.quarantined;
  const keptText = kept > 0 ? ` ${say('status.kept', { count: kept })}` : '';
  if (kiosk.phase === 'starting') return { kind: 'online', icon: 'hourglass', text: say('status.starting') };
  if (kiosk.phase === 'database-closed' || kiosk.phase === 'storage-full')
    return { kind: 'offline', icon: 'triangle-alert', text: say('status.database') };
  if (kiosk.phase === 'reading-only')
    return { kind: 'clock', icon: 'book-open', text: say('status.notSetUp') };
  if (kiosk.phase === 'revoked') return { kind: 'clock', icon: 'book-open', text: say('status.revoked') };
  // Before the lost connection: whoever rewrote the log could also pull the plug.
  if (kiosk.logAlarm !== null)
    return { kind: 'log', icon: 'shield-alert', text: say(`status.log-${kiosk.logAlarm}`) };
  // A wrong clock is said beside whatever else is so: it is often why the server cannot be reached.
  const clockText = kiosk.clockWrong ? ` ${say('status.clock')}` : '';
  if (kiosk.online === false)
    return { kind: 'offline', icon: 'wifi-off', text: offlineText(kiosk, say) + keptText + clockText };
  if (kiosk.tooOld) return { kind: 'clock', icon: 'clock-alert', text: say('status.tooOld') + keptText };
  if (kept > 0) return { kind: 'kept', icon: 'archive', text: keptText.trim() + clockText };
  if (kiosk.clockWrong) return { kind: 'clock', icon: 'clock-alert', text: say('status.clock') };
  return { kind: 'online', icon: 'wifi', text: kiosk.online === null ? '' : say('status.online') };
}

/** The line in the middle of the footer, always there. */
export function StatusLine() {
  const { say } = useWords();
  const status = statusOf(useKiosk(), say);
  if (status.text === '') return null;
  return (
    <p class="k-status" data-kind={status.kind}>
      <Icon name={status.icon} />
      <span>{status.text}</span>
    </p>
  );
}
