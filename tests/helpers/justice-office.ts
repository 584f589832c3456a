import { expect, type Page } from '@playwright/test';
import type { JusticeKeys } from '../../shared/letter/justice-key.ts';
import type { LetterPack } from '../../shared/letter/schema.ts';
import { say } from './justice.ts';
import { demonstrationPassword } from './panel-officer.ts';

/** Headquarters and the visiting justice at their own API: what has to be there before anybody can write. */
export class JusticeOffice {
  readonly #page: Page;
  readonly #origin: string;
  constructor(page: Page, origin: string) {
    this.#page = page;
    this.#origin = origin;
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const answer = await this.#page.request.fetch(`${this.#origin}${path}`, {
      method,
      headers: { 'sauti-panel': '1' },
      ...(body ? { data: body } : {}),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  async #signIn(username: string): Promise<void> {
    await this.#ask('POST', '/api/staff/sign-in', { username, password: demonstrationPassword });
  }

  /** The Commissioner's direction, proposed and accepted. */
  async direct(number: string): Promise<void> {
    await this.#signIn('commissioner');
    const { id } = await this.#ask<{ id: string }>('POST', '/api/rulebook/changes', {
      key: 'sealed-letters-direction',
      value: number,
      source: 'Direction under rule 58',
      confirmed: false,
      paper: null,
      validFrom: '2026-01-01',
      reason: 'Sealed letters begin.',
    });
    await this.#signIn('second-commissioner');
    await this.#ask('POST', `/api/rulebook/changes/${id}/decide`, { accept: true });
  }

  /** The first justice gives his key. */
  async giveKey(justice: JusticeKeys): Promise<void> {
    await this.#signIn('justice');
    const { prison } = await this.#ask<{ prison: string }>('GET', '/api/letters');
    await this.#ask('POST', '/api/letters/keys', await say(justice, prison, 'enrol', justice.card));
  }

  pack(): Promise<LetterPack> {
    return this.#ask('GET', '/api/letters/pack');
  }
}
