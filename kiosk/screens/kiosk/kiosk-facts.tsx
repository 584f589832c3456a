import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { statusOf } from '../../app/status.tsx';
import { sayMoment } from '../../i18n/days.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import type { KioskState } from '../../store/index.ts';

function sayServer(kiosk: KioskState, say: Say): string {
  if (kiosk.online === null) return say('setUp.unknown');
  if (kiosk.online) return say('setUp.lastContactGood');
  const zone = zoneOf(kiosk.settings);
  if (kiosk.offlineSince === null) return say('status.offlineNow');
  return say('status.offline', { since: sayMoment(say, kiosk.offlineSince, zone, todayIn(zone)) });
}

function sayYesNo(value: boolean | null, say: Say): string {
  if (value === null) return say('setUp.unknown');
  return value ? say('setUp.yes') : say('setUp.no');
}

function factsOf(kiosk: KioskState, say: Say): readonly (readonly [string, string])[] {
  const { settings } = kiosk;
  const unknown = say('setUp.unknown');
  return [
    [say('setUp.name'), settings?.prison.name ?? unknown],
    [say('setUp.wing'), settings?.wing.name ?? unknown],
    [say('setUp.state'), kiosk.phase === 'enrolled' ? say('setUp.enrolled') : statusOf(kiosk, say).text],
    [say('setUp.sound'), settings ? say(`setUp.${settings.mode}`) : unknown],
    [say('setUp.lastContact'), sayServer(kiosk, say)],
    [say('setUp.waiting'), String(kiosk.waiting)],
    [say('setUp.quarantined'), String(kiosk.quarantined)],
    [say('setUp.storage'), sayYesNo(kiosk.persisted, say)],
    [say('setUp.build'), kiosk.build === '' ? unknown : kiosk.build],
  ];
}

/** The machine's own state, as an officer asks for it. */
export function KioskFacts() {
  const { say } = useWords();
  return (
    <dl class="k-machine">
      {factsOf(useKiosk(), say).map(([name, value]) => (
        <div key={name} class="k-machine__fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
