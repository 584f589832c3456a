import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import { type KioskState, liveState } from '../store/index.ts';
import { useLive } from './live.ts';

const source = liveState();

/** The kiosk's own state; nothing in it belongs to a person. */
export function kioskNow(): KioskState {
  return source.get();
}

/** The kiosk's own state, drawn again on every change. */
export function useKiosk(): KioskState {
  return useLive(source);
}

/** Calls back on every change; gives the way to stop. */
export const onKioskChange = source.subscribe;

/** Until the first settings came, a clock without a prison: Kenya has one zone. */
const defaultZone = 'Africa/Nairobi';

/** The prison's zone. */
export function zoneOf(settings: KioskSettings | null): string {
  return settings?.prison.zone ?? defaultZone;
}

/** Today in the prison, `YYYY-MM-DD`, by the machine's clock. */
export function todayIn(zone: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}
