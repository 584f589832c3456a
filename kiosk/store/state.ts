import type { KioskState } from './types.ts';

let current: KioskState = {
  phase: 'starting',
  settings: null,
  online: null,
  offlineSince: null,
  waiting: 0,
  quarantined: 0,
  persisted: null,
  updateReady: false,
  rejected: null,
  build: '',
  law: null,
  content: null,
  contentWaits: false,
  tooOld: false,
  clockWrong: false,
  logAlarm: null,
  letters: null,
};

const subscribers = new Set<(state: KioskState) => void>();

/** The kiosk's state as screens see it; `subscribe` calls back on every change and gives the way to stop. */
export function liveState() {
  return {
    get: (): KioskState => current,
    subscribe(callback: (state: KioskState) => void): () => void {
      subscribers.add(callback);
      return () => {
        subscribers.delete(callback);
      };
    },
  };
}

/** Changes part of the state. Nobody is told when nothing changed, so that screens do not draw for nothing. */
export function changeState(patch: Partial<KioskState>): void {
  const keys = Object.keys(patch) as (keyof KioskState)[];
  if (keys.every(key => Object.is(current[key], patch[key]))) return;
  current = { ...current, ...patch };
  for (const subscriber of [...subscribers]) subscriber(current);
}
