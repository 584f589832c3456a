/**
 * Runs in the kiosk's page, sent there as text: lives through sessions from number `from`, so many of them, as a
 * screen reader's user would press, one after another as fast as the screens come. Throws if a button is missing.
 */
export async function liveThrough([from, count]: readonly [number, number]): Promise<void> {
  const food = ['Food', 'Spoiled or raw', 'Today', 'Only me', 'No, go on'];
  const kinds: readonly (readonly string[])[] = [
    ['Complaint', 'Without my name', ...food, 'Send', 'Done'],
    ['Rules', 'Home'],
    ['Earnings', 'Back'],
    ['Stages', 'Back'],
    ['Release dates', 'Back'],
    ['Petition', 'Back'],
    ['Help', 'Home'],
    ['Kiswahili', 'English'],
    ['Complaint', 'Without my name', 'Food', 'Home', 'Do not send'],
    ['Complaint', 'With my number', 'Home'],
  ];
  const signIn = ['My submissions', 'Number and PIN', ...'1024/26', 'OK', ...'246810', 'OK', 'Home'];
  const signInEvery = 40;
  const patience = 20_000;

  /** Lets everything that waits have its turn. Timers would be slowed down after a while. */
  const turn = () =>
    new Promise<void>(resolve => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });

  function find(name: string): HTMLButtonElement | undefined {
    return [...document.querySelectorAll('button')].find(button => {
      const label = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
      const fits = name.length > 1 ? label.startsWith(name) : label === name;
      return fits && button.getAttribute('aria-disabled') !== 'true';
    });
  }

  async function press(name: string): Promise<void> {
    const until = performance.now() + patience;
    let button = find(name);
    while (!button) {
      if (performance.now() > until)
        throw new Error(`${name} is not on the screen: ${document.body.innerText}`);
      await turn();
      button = find(name);
    }
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 });
    // A screen takes no press for a moment after it came; here that moment is over.
    Object.defineProperty(event, 'timeStamp', { value: performance.now() + patience });
    const shown = document.querySelector('#app')?.innerHTML;
    button.dispatchEvent(event);
    while (document.querySelector('#app')?.innerHTML === shown) {
      if (performance.now() > until) throw new Error(`${name} changed nothing: ${document.body.innerText}`);
      await turn();
    }
  }

  for (let at = from; at < from + count; at += 1) {
    const steps = at % signInEvery === signInEvery - 1 ? signIn : (kinds[at % kinds.length] ?? []);
    for (const step of steps) await press(step);
    while (!document.querySelector('[data-screen="first"]')) await turn();
  }
}
