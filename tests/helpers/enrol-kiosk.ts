import { isoOf } from '../../server/clock.ts';
import { insertKiosk } from '../../server/queries/kiosk.ts';
import { enrolmentOf } from '../../server/routes/kiosks/enrol.ts';
import type { TestServer } from './server.ts';
import { makeKioskKeys, makeTestKiosk, type TestKiosk } from './test-kiosk.ts';

interface Place {
  readonly prisonId: string;
  readonly wingId: string;
  readonly kind: 'wall' | 'round';
}

/** A newly enrolled kiosk in a wing of any prison of the server. */
export async function enrolKioskIn(
  { server, clock }: Pick<TestServer, 'server' | 'clock'>,
  place: Place,
): Promise<TestKiosk> {
  const keys = await makeKioskKeys();
  const kiosk = await insertKiosk(server.database.write, {
    ...place,
    name: `Kiosk ${keys.publicKey.slice(0, 4)}`,
    mode: 'handset',
    publicKey: keys.publicKey,
    at: isoOf(clock.system()),
  });
  return makeTestKiosk(enrolmentOf(server.context, kiosk), keys, () => clock.system().epochMilliseconds);
}
