import type { ReplyOf } from '../../shared/api.ts';
import { call } from '../api/client.ts';
import { makeValue } from './value.ts';

type State = ReplyOf<'GET /api/certificate'>['certificate'];

/** Until when the server's certificate holds; null until it was asked, and where there is none. */
export const certificate = makeValue<State>(null);

/** Asks in the background: a failure leaves what was known. */
export async function refreshCertificate(): Promise<void> {
  try {
    certificate.set((await call('GET /api/certificate')).certificate);
  } catch {
    // Asked again in some minutes.
  }
}
