import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { insertStaff } from '../../server/queries/staff.ts';
import { hashSecret } from '../../server/secrets.ts';
import type { RuleKey, RuleValue } from '../../shared/rulebook/definitions.ts';
import { password, type StaffName } from './cast.ts';
import type { TestServer } from './server.ts';

/** A national value takes two of headquarters, and the cast has one. */
export const secondCommissioner = 'second-commissioner' as StaffName;

export async function addSecondCommissioner({ server }: TestServer): Promise<void> {
  await insertStaff(server.database.write, {
    id: randomUUID(),
    prisonId: null,
    username: secondCommissioner,
    name: 'The second commissioner',
    role: 'commissioner',
    passwordHash: await hashSecret(password, server.context.keys.pepper),
    state: 'active',
    mustChange: false,
    at: '2026-03-01T00:00:00.000Z',
  });
}

/** Headquarters decides a value, confirmed by a circular. */
export async function decideNationally(
  prison: TestServer,
  values: readonly { readonly key: RuleKey; readonly value: RuleValue; readonly validFrom: string }[],
): Promise<void> {
  const first = await prison.loginAs('commissioner');
  const second = await prison.loginAs(secondCommissioner);
  const paper = 'Circular 4 of 2026';
  for (const one of values) {
    const body = { ...one, source: paper, confirmed: true, paper, reason: 'Reviewed' };
    const { body: proposed } = await first('POST /api/rulebook/changes', {}, { body });
    const { id } = proposed;
    const decided = await second('POST /api/rulebook/changes/:id/decide', { id }, { body: { accept: true } });
    expect(decided.status).toBe(200);
  }
}
