import { randomBytes } from 'node:crypto';
import { demonstrationDevicePin, hashDevicePin } from '../../../shared/kiosk/device-pin.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle } from '../../http/operation.ts';
import { insertKiosk } from '../../queries/kiosk.ts';
import { listWings } from '../../queries/prison.ts';
import { enrolmentOf } from './enrol.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Hashed once: it is slow, and the same for every browser. */
let kept: Promise<string> | null = null;

function keptPin(): Promise<string> {
  kept ??= hashDevicePin(demonstrationDevicePin, new Uint8Array(randomBytes(16))).then(pin =>
    JSON.stringify(pin),
  );
  return kept;
}

/**
 * Whether the browser itself thinks that it speaks to this machine. A page of another name that was made to lead here
 * (DNS rebinding) comes from a loopback address, too, but under its own name.
 */
export function isOwnHost(host: string | undefined): boolean {
  const name = (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]';
}

/** The demonstration enrols browsers on this machine by themselves: in its first prison, first wing. */
export const enrolHere = handle('POST /api/kiosks/enrol-here', async ({ context, body, request }) => {
  const { database, clock } = context;
  const prison = await database.read
    .selectFrom('prison')
    .select('id')
    .where('demonstration', '=', 1)
    .orderBy('created_at')
    .executeTakeFirst();
  if (!prison || !loopback.has(request.ip) || !isOwnHost(request.headers.host))
    throw new Problem('demonstration-only');
  const [wing] = await listWings(database.read, prison.id);
  if (!wing) throw new Problem('demonstration-only');
  const kiosk = await insertKiosk(database.write, {
    prisonId: prison.id,
    wingId: wing.id,
    name: `Demonstration ${body.publicKey.slice(0, 4)}`,
    mode: body.mode,
    publicKey: body.publicKey,
    at: isoOf(clock.system()),
    devicePin: await keptPin(),
  });
  database.announce({ noun: 'kiosk', prisonId: prison.id, ids: [kiosk.id] });
  return enrolmentOf(context, kiosk);
});
