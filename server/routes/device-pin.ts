import { randomBytes, randomInt } from 'node:crypto';
import { devicePinLength, hashDevicePin } from '../../shared/kiosk/device-pin.ts';

/** A random device PIN, and what is kept of it (JSON of `DevicePin`). */
export async function makeDevicePin(): Promise<{ readonly pin: string; readonly kept: string }> {
  const pin = String(randomInt(10 ** devicePinLength)).padStart(devicePinLength, '0');
  return { pin, kept: JSON.stringify(await hashDevicePin(pin, new Uint8Array(randomBytes(16)))) };
}
