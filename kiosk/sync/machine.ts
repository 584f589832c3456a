/** What a browser tells of its machine, as heartbeats carry it; nothing where it tells nothing. */
export interface MachineReport {
  readonly storageUsed?: number;
  readonly battery?: { readonly level: number; readonly charging: boolean };
}

interface Battery {
  readonly level: number;
  readonly charging: boolean;
  readonly chargingTime: number;
  readonly dischargingTime: number;
}

/** Chromium answers for a machine without a battery as for one that is full for ever. */
export function batteryOf({ level, charging, chargingTime, dischargingTime }: Battery): MachineReport {
  const none = charging && level === 1 && chargingTime === 0 && dischargingTime === Number.POSITIVE_INFINITY;
  return none ? {} : { battery: { level: Math.round(level * 100), charging } };
}

async function room(): Promise<MachineReport> {
  const { usage, quota } = await navigator.storage.estimate();
  if (usage === undefined || !quota) return {};
  return { storageUsed: Math.min(100, Math.round((usage / quota) * 100)) };
}

async function battery(): Promise<MachineReport> {
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  return getBattery ? batteryOf(await getBattery.call(navigator)) : {};
}

/** Never throws: a machine that tells nothing of itself is a machine all the same. */
export async function machineReport(): Promise<MachineReport> {
  const told = await Promise.all([room().catch(() => ({})), battery().catch(() => ({}))]);
  return Object.assign({}, ...told) as MachineReport;
}
