import { call } from '../api/client.ts';
import { isLaw, isSettings } from '../api/shapes.ts';
import { inPublic } from '../store/databases.ts';
import { noteDevicePin } from '../store/device-pin.ts';
import { readKept, writeKept } from '../store/public-database.ts';
import { noteServerTime } from './server-time.ts';

/** Fetches the prison's settings and keeps them; false if they did not come. */
export async function refreshSettings(): Promise<boolean> {
  const answer = await call('GET /api/kiosks/settings');
  if (!answer.ok || !isSettings(answer.value)) return false;
  const settings = answer.value;
  await noteServerTime(settings.time);
  await noteDevicePin(settings.devicePin ?? null);
  // Kept apart, and not shown to every screen with the rest.
  await inPublic(database => writeKept(database, 'settings', { ...settings, devicePin: null }));
  return true;
}

/** Fetches the law's words, and keeps them if they are not the ones that are here; false if they did not come. */
export async function refreshLaw(): Promise<boolean> {
  const answer = await call('GET /api/law');
  if (!answer.ok || !isLaw(answer.value)) return false;
  const law = answer.value;
  const kept = await inPublic(database => readKept(database, 'law'));
  if (kept?.version !== law.version) await inPublic(database => writeKept(database, 'law', law));
  return true;
}

/** For a kiosk that is not enrolled: is the server there, and what time is it? */
export async function askServer(): Promise<void> {
  const answer = await call('GET /healthz');
  if (answer.ok && typeof answer.value.time === 'string') await noteServerTime(answer.value.time);
}
