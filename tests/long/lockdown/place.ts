import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Machine } from './machine.ts';
import type { Outside } from './outside.ts';

/** Pages that every window of the browser keeps for its own bar; nobody has opened them. */
const ofTheBar = /^chrome:\/\/(omnibox-popup|contextual-tasks|tab-)/;

/** What a key does to the page when it is pressed and let go. */
export interface Key {
  readonly key: string;
  readonly code: string;
  /** Windows virtual key code, which Chromium's shortcuts are looked up by. */
  readonly virtual: number;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** One open page that ways out are tried on, and all that can be seen to have changed afterwards. */
export class Place {
  readonly machine: Machine;
  readonly outside: Outside;
  /** Where the page is, and stays if nothing is open. */
  readonly home: string;
  /** The origin of the kiosk's server. */
  readonly kiosk: string;
  #page = '';
  #session = '';
  #calm = '';

  constructor(at: { machine: Machine; outside: Outside; home: string; kiosk: string }) {
    this.machine = at.machine;
    this.outside = at.outside;
    this.home = at.home;
    this.kiosk = at.kiosk;
  }

  /** Waits for the page to be there and finds it calm; false if something still stands before it. */
  async settle(): Promise<boolean> {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = (await this.#pages()).find(target => target.url.startsWith(this.home));
      if (found) {
        if (found.targetId !== this.#page) {
          this.#page = found.targetId;
          this.#session = await this.machine.cdp.attach(found.targetId);
        }
        // A page that is just being exchanged has no place to run a script in.
        const ready = await this.run(
          'document.readyState === "complete" && document.body.innerText.length > 20',
        ).catch(() => false);
        if (ready === true) break;
      }
      await wait(100);
    }
    await this.machine.cdp.send('Page.bringToFront', {}, this.#session);
    await wait(50);
    this.outside.takeHits();
    await this.run('void (globalThis.same = true)');
    this.#calm = await this.#state();
    return !this.#calm.includes('behind something');
  }

  /** Closes other windows and brings the page back as it was. Answers as `settle` does. */
  async tidy(): Promise<boolean> {
    const others = (await this.#pages()).filter(one => one.type === 'page' && one.targetId !== this.#page);
    for (const { targetId } of others) await this.machine.cdp.send('Target.closeTarget', { targetId });
    if (others.length === 0 && (await this.#state()) === this.#calm && !this.#calm.includes('behind'))
      return true;
    await this.type(this.home);
    await wait(100);
    return this.settle();
  }

  async #pages() {
    const targets = await this.machine.cdp.targets();
    return targets.filter(
      target => /^(page|webview|other|tab)$/.test(target.type) && !ofTheBar.test(target.url),
    );
  }

  /** Runs a script in the page as if somebody had just tapped. Answers its value, or the error's words. */
  async run(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.machine.cdp.send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true },
      this.#session,
    );
    if (exceptionDetails) {
      const { exception } = exceptionDetails as { exception?: { description?: string } };
      return `threw ${exception?.description?.split('\n')[0] ?? ''}`;
    }
    return (result as { value?: unknown }).value;
  }

  /** Goes to an address as if it had been typed. */
  async type(address: string): Promise<void> {
    await this.machine.cdp.send('Page.navigate', { url: address }, this.#session);
  }

  async input(method: string, params: Record<string, unknown>): Promise<void> {
    await this.machine.cdp.send(`Input.${method}`, params, this.#session);
  }

  async press({ key, code, virtual, ctrl, shift, alt }: Key): Promise<void> {
    const modifiers = (alt ? 1 : 0) | (ctrl ? 2 : 0) | (shift ? 8 : 0);
    const event = { key, code, windowsVirtualKeyCode: virtual, nativeVirtualKeyCode: virtual, modifiers };
    await this.input('dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.input('dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async click(x: number, y: number, more: Record<string, unknown> = {}): Promise<void> {
    const event = { x, y, button: 'left', clickCount: 1, ...more };
    await this.input('dispatchMouseEvent', { type: 'mousePressed', ...event });
    await this.input('dispatchMouseEvent', { type: 'mouseReleased', ...event });
  }

  /** Where the page is, how large it is shown, whether it is full screen: what no way out leaves as it was. */
  async #state(): Promise<string> {
    const shown = await this.run(
      'JSON.stringify([location.protocol === "chrome-error:" ? "refused" : location.href.split("#")[0].replace("further", ""), globalThis.same === true ? "same page" : "loaded again", devicePixelRatio, visualViewport.scale, document.hasFocus() ? "in front" : "behind something"])',
    );
    const { bounds } = await this.machine.cdp.send('Browser.getWindowForTarget', { targetId: this.#page });
    return `${shown} ${(bounds as { windowState?: string }).windowState}`;
  }

  /** All that shows that something was open: another page, another window, somebody reached, something saved. */
  async changes(): Promise<string[]> {
    const found = this.outside.takeHits().map(hit => `outside was reached: ${hit}`);
    const pages = await this.#pages();
    if (!pages.some(target => target.targetId === this.#page)) return [...found, 'the page was closed'];
    for (const target of pages)
      if (target.targetId !== this.#page && target.type === 'page')
        found.push(`a window opened: ${target.url}`);
    const state = await this.#state();
    if (state !== this.#calm && !state.startsWith('["refused"'))
      found.push(`the page changed: ${state} (was ${this.#calm})`);
    const saved = ['Downloads', '.', 'Desktop'].flatMap(folder => this.#filesIn(folder));
    return [...found, ...saved.map(file => `saved: ${file}`)];
  }

  #filesIn(folder: string): string[] {
    try {
      return readdirSync(join(this.machine.home, folder), { withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => entry.name);
    } catch {
      return [];
    }
  }
}
