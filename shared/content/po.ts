/**
 * Gettext's PO format, as far as a page needs it: messages with a context, comments, and the mark that a translation
 * is only a guess. No plurals. What tools add and this does not know (`#:`, `#|`, `#~`) is read over.
 */
export interface PoMessage {
  /** What tells apart messages of the same words. */
  readonly context: string;
  readonly id: string;
  /** Empty: not translated. */
  readonly text: string;
  /** For whoever translates. */
  readonly comments: readonly string[];
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t' };
const quoted = (text: string) => `"${text.replace(/[\\"\n\t]/g, letter => escapes[letter] ?? letter)}"`;

function written({ context, id, text, comments }: PoMessage): string {
  return [
    ...comments.map(comment => `#. ${comment}`),
    `msgctxt ${quoted(context)}`,
    `msgid ${quoted(id)}`,
    `msgstr ${quoted(text)}`,
  ].join('\n');
}

/** A whole file; `header` is what tools want to know, name by name. */
export function writePo(header: Readonly<Record<string, string>>, messages: readonly PoMessage[]): string {
  const fields = Object.entries({
    ...header,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
  });
  const head = fields.map(([name, value]) => quoted(`${name}: ${value}\n`)).join('\n');
  return `${[`msgid ""\nmsgstr ""\n${head}`, ...messages.map(written)].join('\n\n')}\n`;
}

const meant: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const unquoted = (text: string) => text.replace(/\\(.)/g, (_all, letter: string) => meant[letter] ?? letter);

type Part = 'msgctxt' | 'msgid' | 'msgstr';
const begins = /^(msgctxt|msgid|msgstr)\s+"((?:[^"\\]|\\.)*)"$/;
const goesOn = /^"((?:[^"\\]|\\.)*)"$/;

interface Open {
  readonly parts: Partial<Record<Part, string>>;
  readonly comments: string[];
  fuzzy: boolean;
  last: Part | null;
}
const opened = (): Open => ({ parts: {}, comments: [], fuzzy: false, last: null });

function messageOf({ parts, comments, fuzzy }: Open): PoMessage | null {
  const { msgctxt: context = '', msgid: id = '', msgstr: text = '' } = parts;
  // The header has no words of its own.
  return id === '' ? null : { context, id, text: fuzzy ? '' : text, comments };
}

/** Takes one line into the message that is open; false if it is no line of PO, or one of a plural. */
function take(line: string, open: Open): boolean {
  if (line.startsWith('#')) {
    if (line.startsWith('#,') && line.includes('fuzzy')) open.fuzzy = true;
    if (line.startsWith('#. ')) open.comments.push(line.slice(3));
    return true;
  }
  const begun = begins.exec(line);
  if (begun) {
    open.last = begun[1] as Part;
    open.parts[open.last] = unquoted(begun[2] ?? '');
    return true;
  }
  const more = goesOn.exec(line);
  if (!more || open.last === null) return false;
  open.parts[open.last] += unquoted(more[1] ?? '');
  return true;
}

/**
 * Reads a file. A message that a tool marked as a guess (`fuzzy`) counts as not translated. Null with a line that is not
 * of the format: half a file must not look like a whole one.
 */
export function readPo(file: string): readonly PoMessage[] | null {
  const found: PoMessage[] = [];
  let open = opened();
  const close = () => {
    const message = messageOf(open);
    if (message) found.push(message);
    open = opened();
  };
  for (const raw of file.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trim();
    const isNext = open.last === 'msgstr' && /^(#|msgctxt|msgid)/.test(line);
    if (line === '' || isNext) close();
    if (line !== '' && !take(line, open)) return null;
  }
  close();
  return found;
}
