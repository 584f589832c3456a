import { useEffect, useState } from 'preact/hooks';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { statusOf } from '../../app/status.tsx';
import { sayMoment } from '../../i18n/days.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import { type KioskState, type LastExport, lastExport } from '../../store/index.ts';

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

function sayLast(kiosk: KioskState, last: LastExport | null, say: Say): string {
  if (!last) return say('setUp.lastSavedNever');
  const zone = zoneOf(kiosk.settings);
  const when = sayMoment(say, last.madeAt, zone, todayIn(zone));
  return last.left === 0
    ? say('setUp.lastSavedAll', { when })
    : say('setUp.lastSavedLeft', { when, count: last.left });
}

function factsOf(
  kiosk: KioskState,
  last: LastExport | null,
  say: Say,
): readonly (readonly [string, string])[] {
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
    [say('setUp.lastSaved'), sayLast(kiosk, last, say)],
    [say('setUp.storage'), sayYesNo(kiosk.persisted, say)],
    [say('setUp.build'), kiosk.build === '' ? unknown : kiosk.build],
  ];
}

/** The machine's own state, as an officer asks for it. */
export function KioskFacts() {
  const { say } = useWords();
  const kiosk = useKiosk();
  const [last, setLast] = useState<LastExport | null>(null);
  // What waits changes when the server confirms something: then the last export is looked at again.
  useEffect(() => {
    void lastExport().then(setLast);
  }, [kiosk.waiting, kiosk.quarantined]);
  return (
    <dl class="k-machine">
      {factsOf(kiosk, last, say).map(([name, value]) => (
        <div key={name} class="k-machine__fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
