import { expect, type Page } from '@playwright/test';
import { demonstrationPassword } from './panel-officer.ts';

/** An office at its own API, for what a test needs to be there before anybody looks. */
export class OfficeApi {
  readonly #page: Page;
  readonly #origin: string;
  constructor(page: Page, origin: string) {
    this.#page = page;
    this.#origin = origin;
  }

  async ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const answer = await this.#page.request.fetch(`${this.#origin}${path}`, {
      method,
      headers: { 'sauti-panel': '1' },
      ...(body ? { data: body } : {}),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  async signInAs(username: string): Promise<void> {
    await this.ask('POST', '/api/staff/sign-in', { username, password: demonstrationPassword });
  }
}
