import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeCertificates } from '../../../server/kit/certificates.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer } from '../../helpers/server.ts';

withDatabases(
  open => {
    it('the end of the certificate is told sixty days ahead', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'sauti-certificate-'));
      const { files } = makeCertificates(folder, ['kiosk.prison.internal']);
      const prison = await openTestServer(open, { tls: { cert: files.server, key: files.serverKey } });
      const ends = prison.server.context.certificateEnds;
      if (!ends) throw new Error('the server serves a certificate and does not know its end');
      const ask = async (daysBefore: number) => {
        prison.clock.set(ends.subtract({ hours: daysBefore * 24 }).toString());
        const officer = await prison.loginAs('officer-in-charge');
        return (await officer('GET /api/certificate')).body.certificate;
      };
      expect(await ask(61)).toMatchObject({ daysLeft: 61, warn: false });
      expect(await ask(60)).toMatchObject({ daysLeft: 60, warn: true });
      expect(await ask(-2)).toMatchObject({ daysLeft: -2, warn: true });
      await prison.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('there is none without HTTPS', async () => {
      const prison = await openTestServer(open);
      const administrator = await prison.loginAs('administrator');
      expect((await administrator('GET /api/certificate')).body).toEqual({ certificate: null });
      await prison.close();
    });
  },
  { engines: ['sqlite'], fresh: 'test' },
);
