import type { Server } from '../../../server/server.ts';
import { makeKioskKeys, makeTestKiosk } from '../../helpers/test-kiosk.ts';

/** A browser on this machine, enrolled by itself, at which people sign in. */
export interface Visit {
  /** Answers the status and what the kiosk is told. */
  signIn(number: string, pin: string): Promise<{ status: number; token: string; claims: readonly unknown[] }>;
  /** "My submissions" of whoever has this token. */
  listOwn(token: string): Promise<readonly { state: string; replies: readonly unknown[] }[]>;
}

export async function visitHere({ app, context }: Server): Promise<Visit> {
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, headers = {}) => {
    const reply = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: reply.json() };
  };
  const keys = await makeKioskKeys();
  const enrolment = await ask('POST', '/api/kiosks/enrol-here', {
    publicKey: keys.publicKey,
    mode: 'handset',
  });
  const kiosk = makeTestKiosk(enrolment.body, keys, () => context.clock.system().epochMilliseconds);
  const { nonce } = (await ask('POST', '/api/kiosks/challenge')).body;
  const signature = await kiosk.sign(`sauti/kiosk-session/v1/${kiosk.id}/${nonce}`);
  const session = await ask('POST', '/api/kiosks/session', { kiosk: kiosk.id, nonce, signature });
  const authorization = `Bearer ${session.body.token}`;
  return {
    async signIn(number, pin) {
      const { status, body } = await ask(
        'POST',
        '/api/prisoners/sign-in',
        { number, pin },
        { authorization },
      );
      return { status, token: body.token ?? '', claims: body.claims ?? [] };
    },
    async listOwn(token) {
      const headers = { authorization, 'sauti-prisoner': token };
      return (await ask('GET', '/api/submissions', undefined, headers)).body.submissions;
    },
  };
}
