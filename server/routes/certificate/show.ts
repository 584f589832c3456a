import { isoOf } from '../../clock.ts';
import { handle } from '../../http/operation.ts';
import { expiryWarningDays, remaining } from '../../kit/certificate-expiry.ts';

/** Of the certificate that is served, not of the file: one that was renewed counts after a restart only. */
export const certificate = handle('GET /api/certificate', async ({ context }) => {
  const { certificateEnds, clock } = context;
  if (certificateEnds === null) return { certificate: null };
  const { daysLeft } = remaining(certificateEnds, clock.now());
  return {
    certificate: { notAfter: isoOf(certificateEnds), daysLeft, warn: daysLeft <= expiryWarningDays },
  };
});
