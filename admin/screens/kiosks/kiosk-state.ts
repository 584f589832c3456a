import { clockToleranceSeconds, lowBattery, nearlyFull } from '../../../shared/kiosk/health.ts';
import type { Kiosk } from './kiosks.tsx';

export type KioskStateName = 'on' | 'quiet' | 'never' | 'revoked';

/** How a kiosk is, as the server says. */
export function kioskState({
  revokedAt,
  lastSeen,
  silent,
}: Pick<Kiosk, 'revokedAt' | 'lastSeen' | 'silent'>): KioskStateName {
  if (revokedAt) return 'revoked';
  if (!lastSeen) return 'never';
  return silent ? 'quiet' : 'on';
}

export interface KioskWorry {
  readonly kind:
    | 'doubled'
    | 'storage-full'
    | 'database-closed'
    | 'missing'
    | 'quarantined'
    | 'not-persisted'
    | 'nearly-full'
    | 'rejected'
    | 'battery'
    | 'clock';
  readonly value: string;
}

type Judged = Pick<
  Kiosk,
  | 'missing'
  | 'waiting'
  | 'quarantined'
  | 'persisted'
  | 'clockError'
  | 'doubled'
  | 'trouble'
  | 'rejected'
  | 'battery'
  | 'storageUsed'
>;

/** Numbers in runs, so that a long gap stays short: `3, 7–9`. */
export function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** What its items tell: null where the reader is not told. */
function worriesOfItems({ missing, quarantined, doubled }: Judged): KioskWorry[] {
  const worries: KioskWorry[] = [];
  if (doubled) worries.push({ kind: 'doubled', value: String(doubled) });
  if (missing && missing.length > 0) worries.push({ kind: 'missing', value: runsOf(missing) });
  if (quarantined) worries.push({ kind: 'quarantined', value: String(quarantined) });
  return worries;
}

function worriesOfMachine({ persisted, clockError, rejected, battery, storageUsed }: Judged): KioskWorry[] {
  const worries: KioskWorry[] = [];
  if (persisted === false) worries.push({ kind: 'not-persisted', value: '1' });
  if (storageUsed !== null && storageUsed >= nearlyFull)
    worries.push({ kind: 'nearly-full', value: String(storageUsed) });
  if (rejected !== null) worries.push({ kind: 'rejected', value: rejected.slice(0, 8) });
  if (battery && !battery.charging && battery.level < lowBattery)
    worries.push({ kind: 'battery', value: String(battery.level) });
  if (clockError !== null && Math.abs(clockError) > clockToleranceSeconds)
    worries.push({ kind: 'clock', value: String(Math.round(Math.abs(clockError) / 60)) });
  return worries;
}

/** What somebody should look at on a kiosk, the gravest first. */
export function worriesOf(kiosk: Judged): KioskWorry[] {
  const trouble: KioskWorry[] = kiosk.trouble ? [{ kind: kiosk.trouble, value: '1' }] : [];
  const [first, ...items] = worriesOfItems(kiosk);
  const doubled = first?.kind === 'doubled' ? [first] : [];
  const others = first && first.kind !== 'doubled' ? [first, ...items] : items;
  return [...doubled, ...trouble, ...others, ...worriesOfMachine(kiosk)];
}

/** One light on the wall. Each has its own shape and word, not a colour alone. */
export type Light = 'alarm' | 'silent' | 'look' | 'well';
export const lights: readonly Light[] = ['alarm', 'silent', 'look', 'well'];

const alarming: ReadonlySet<KioskWorry['kind']> = new Set(['doubled', 'storage-full', 'database-closed']);

/** More numbers missing than items wait there: something that was given out is gone. */
function hasLost({ missing, waiting, quarantined }: Judged): boolean {
  return missing !== null && missing.length > (waiting ?? 0) + (quarantined ?? 0);
}

/** The light of a kiosk that is not revoked, the gravest thing deciding. */
export function lightOf(kiosk: Judged & Pick<Kiosk, 'revokedAt' | 'lastSeen' | 'silent'>): Light {
  const worries = worriesOf(kiosk);
  if (hasLost(kiosk) || worries.some(({ kind }) => alarming.has(kind))) return 'alarm';
  if (kioskState(kiosk) !== 'on') return 'silent';
  // What waits there to be sent is on its way, and no worry.
  return worries.some(({ kind }) => kind !== 'missing') ? 'look' : 'well';
}
