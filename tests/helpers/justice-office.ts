import type { JusticeKeys } from '../../shared/letter/justice-key.ts';
import { signStatement } from '../../shared/letter/register.ts';
import type { LetterPack } from '../../shared/letter/schema.ts';
import { OfficeApi } from './office-api.ts';

/** Headquarters and the visiting justice at their own API: what has to be there before anybody can write. */
export class JusticeOffice extends OfficeApi {
  /** The Commissioner's direction, proposed and accepted. */
  async direct(number: string): Promise<void> {
    await this.signInAs('commissioner');
    const { id } = await this.ask<{ id: string }>('POST', '/api/rulebook/changes', {
      key: 'sealed-letters-direction',
      value: number,
      source: 'Direction under rule 58',
      confirmed: false,
      paper: null,
      validFrom: '2026-01-01',
      reason: 'Sealed letters begin.',
    });
    await this.signInAs('second-commissioner');
    await this.ask('POST', `/api/rulebook/changes/${id}/decide`, { accept: true });
  }

  /** The first justice gives his key. */
  async giveKey(justice: JusticeKeys): Promise<void> {
    await this.signInAs('justice');
    const { prisons } = await this.ask<{ prisons: { prison: { id: string } }[] }>('GET', '/api/letters');
    const prison = prisons[0]?.prison.id ?? '';
    await this.ask('POST', '/api/letters/keys', await signStatement(justice, prison, 'enrol', justice.card));
  }

  pack(): Promise<LetterPack> {
    return this.ask('GET', '/api/letters/pack');
  }
}
