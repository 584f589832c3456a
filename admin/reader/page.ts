import { element } from '../verifier/element.ts';
import { words } from './words.ts';

/** What somebody typed or chose cannot be used; the message is said to him. */
export class NotUsable extends Error {}

export const input = (id: string, type: string) =>
  element('input', { id, type, autocomplete: 'off', spellcheck: false });

/** Where what came of a form is shown. */
export const results = element('div', { id: 'results' });
results.setAttribute('aria-live', 'polite');

export function heading(text: string): HTMLElement {
  return element('h2', {}, text);
}

/** Offers a file to be saved; it exists in memory alone until then. */
export function saveLink(label: string, name: string, content: object): HTMLElement {
  const href = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }));
  return element('p', {}, element('a', { href, download: name, className: 'save' }, label));
}

export function printButton(): HTMLElement {
  const button = element('button', { type: 'button' }, words().print);
  button.addEventListener('click', () => print());
  return button;
}

/** The JSON of a chosen file of this kind. Throws NotUsable for none, or another one. */
export async function readFile<T extends { readonly kind: string }>(
  control: HTMLInputElement,
  kind: T['kind'],
): Promise<T> {
  const [file] = control.files ?? [];
  try {
    const value = JSON.parse((await file?.text()) ?? '') as T;
    if (value.kind === kind) return value;
  } catch {
    // Said below: no file, or none of ours.
  }
  throw new NotUsable(words().notFile);
}

/** Runs what a form asks for, after it was said that it takes a while: the passphrase is made slow on purpose. */
async function run(place: HTMLElement, work: () => Promise<void>): Promise<void> {
  place.replaceChildren(element('p', {}, words().working));
  await new Promise(resolve => setTimeout(resolve, 50));
  try {
    await work();
  } catch (error) {
    const said = error instanceof NotUsable ? error.message : words().broken;
    place.replaceChildren(element('p', { className: 'trouble' }, said));
    if (!(error instanceof NotUsable)) throw error;
  }
}

interface Form {
  readonly title: string;
  readonly action: string;
  readonly fields: readonly Node[];
  /** Where its outcome is shown, if not at the foot of the page. */
  readonly place?: HTMLElement;
  readonly work: () => Promise<void>;
}

/** A form under a title that opens it. */
export function form({ title, action, fields, place = results, work }: Form): HTMLDetailsElement {
  const made = element(
    'form',
    {},
    ...fields,
    element('button', { type: 'submit', className: 'check' }, action),
  );
  made.addEventListener('submit', event => {
    event.preventDefault();
    void run(place, work);
  });
  return element('details', {}, element('summary', {}, title), made);
}
