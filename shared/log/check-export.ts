import { fromBase64Url, toBase64Url, utf8 } from '../crypto/bytes.ts';
import { believedKey, checkHead, readWitnesses, type Trust } from './check-proof.ts';
import { type Checkpoint, originOf, shortForm } from './checkpoint.ts';
import { commitmentInput, type LogEntry } from './entry.ts';
import { Entries } from './export-entries.ts';
import {
  type ExportContent,
  type ExportEnd,
  type ExportEntry,
  type ExportHeader,
  wordsBytes,
} from './export-file.ts';
import { Heads, type Seen } from './export-heads.ts';
import type { VerifierKey } from './note.ts';
import { type Fact, type Report, reportOf, Wrong } from './report.ts';
import { append, emptyFrontier, type Hash, leafHash } from './tree.ts';

type Prove = (fact: Fact) => void;

/** Whether a text claims to be an export. */
export function isExport(text: string): boolean {
  return text.startsWith('{"sauti":"export"');
}

/** What is not of the form that it claims to be is not readable; the line is named. */
async function readable<T>(line: number, read: () => Promise<T> | T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Wrong) throw error;
    throw new Wrong('not-readable', null, `line ${line}`);
  }
}

/** The lines of a file, without a copy of all of it. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

interface Check {
  readonly hash: Hash;
  readonly header: ExportHeader;
  readonly entries: Entries;
}

const digest = ({ hash }: Check, bytes: Uint8Array) => toBase64Url(hash(bytes));

function checkContent(check: Check, content: ExportContent): void {
  if ('withheld' in content) {
    check.entries.take(content.kind, content.withheld, null);
    return;
  }
  const { kind, content: event, salt, where, said, reply } = content;
  const commitment = digest(check, commitmentInput(fromBase64Url(salt), event));
  const place = check.entries.take(kind, commitment, where);
  const detail = JSON.parse(String(event.detail)) as { said?: unknown; digest?: unknown };
  if (typeof detail.said === 'string' && (!said || digest(check, wordsBytes(said)) !== detail.said))
    throw new Wrong('words-changed', place, where);
  if (typeof detail.digest === 'string' && (!reply || digest(check, wordsBytes(reply)) !== detail.digest))
    throw new Wrong('reply-changed', place, where);
}

/** The hash of an entry's leaf; the entry itself is noted, if it is shown. */
function leafOf(check: Check, line: ExportEntry, position: number): Uint8Array {
  if ('leaf' in line) return fromBase64Url(line.leaf);
  check.entries.add(JSON.parse(line.entry) as LogEntry, position);
  return leafHash(check.hash, utf8(line.entry));
}

async function believedHeads(
  hash: Hash,
  header: ExportHeader,
  trust: Trust,
  prove: Prove,
): Promise<readonly Checkpoint[]> {
  const key: VerifierKey = await believedKey(hash, header.logKey, header.receiptsKey.publicKey, trust, prove);
  if (key.name !== originOf(header.prison.id, header.epoch)) throw new Wrong('another-log', null, key.name);
  const witnesses = readWitnesses(hash, header.witnesses);
  const heads: Checkpoint[] = [];
  for (const note of header.checkpoints) {
    const { checkpoint, text, by } = await checkHead(note, key, witnesses);
    heads.push(checkpoint);
    if (checkpoint.size !== header.size) continue;
    prove({ what: 'signed-head', size: checkpoint.size, short: shortForm(hash, text) });
    prove({ what: 'cosigned', count: by.length, size: checkpoint.size, by });
  }
  if (!heads.some(({ size }) => size === header.size)) throw new Wrong('not-signed', header.size);
  return heads;
}

function assertEnd(
  end: ExportEnd | null,
  header: ExportHeader,
  counted: Pick<ExportEnd, 'entries' | 'contents'>,
): void {
  const whole =
    end !== null &&
    end.entries === counted.entries &&
    end.contents === counted.contents &&
    end.entries === header.size;
  if (!whole) throw new Wrong('cut-short', counted.entries);
}

/**
 * Checks an export against its own signed heads and against what was seen of the log before. Its entries are hashed
 * anew and grown into the tree; each content must be the one that its entry commits to.
 */
export function checkExportFile(hash: Hash, text: string, trust: Trust, seen: Seen): Promise<Report> {
  return reportOf('export', async prove => {
    const lines = linesOf(text);
    const header = await readable(1, () => JSON.parse(lines.next().value ?? '') as ExportHeader);
    const signed = await readable(1, () => believedHeads(hash, header, trust, prove));
    const heads = new Heads(hash, header, signed, seen);
    heads.assertReached(header.size);
    const check: Check = { hash, header, entries: new Entries() };
    const counted = { entries: 0, contents: 0, withheld: 0 };
    let frontier = emptyFrontier;
    let end: ExportEnd | null = null;
    let number = 1;
    for (const line of lines) {
      number += 1;
      await readable(number, () => {
        const value = JSON.parse(line) as ExportEntry | ExportContent | ExportEnd;
        if ('end' in value) end = value;
        else if ('kind' in value) {
          counted.contents += 1;
          if ('withheld' in value) counted.withheld += 1;
          checkContent(check, value);
        } else {
          frontier = append(hash, frontier, leafOf(check, value, counted.entries));
          counted.entries += 1;
          heads.compare(frontier);
        }
      });
    }
    assertEnd(end, header, counted);
    // What a file calls complete it says of itself; without its events it would show nothing.
    if (!header.complete.includes('event')) throw new Wrong('cut-short', counted.entries);
    check.entries.assertNoneLeft(header.complete);
    prove({ what: 'entries', ...counted });
    if (heads.agreed > 0) prove({ what: 'agrees', count: heads.agreed });
  });
}
