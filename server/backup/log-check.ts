import { hash } from 'node:crypto';
import { toBase64Url } from '../../shared/crypto/bytes.ts';
import { append, emptyFrontier, type Frontier, type Hash, leafHash } from '../../shared/log/tree.ts';
import { isFields } from './format.ts';

const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');

/** A row of a back-up by its columns. */
export type Fields = Readonly<Record<string, unknown>>;

const modulus = 1n << 256n;

/** The same texts give the same sum, in whatever order they come; nothing has to be kept. */
class Sum {
  #sum = 0n;

  add(text: string): void {
    this.#sum = (this.#sum + BigInt(`0x${hash('sha256', text)}`)) % modulus;
  }

  equals(other: Sum): boolean {
    return this.#sum === other.#sum;
  }
}

interface Head {
  readonly size: number;
  readonly roots: readonly string[];
}

/**
 * Works every prison's log out anew from its entries, and holds what was received against what the log says was
 * received. Rows go past one at a time; of a log only its frontier is kept.
 */
export class LogCheck {
  /** All that it has to see. */
  static readonly tables: ReadonlySet<string> = new Set(['log_head', 'log_entry', 'intake']);
  readonly #heads = new Map<string, Head>();
  readonly #frontiers = new Map<string, Frontier>();
  readonly #received = new Sum();
  readonly #logged = new Sum();
  #entries = 0;

  /** Looks at a row; tells what is wrong with it, or null. Entries of one prison come in their order. */
  look(table: string, row: Fields): string | null {
    if (table === 'log_head') return this.#lookAtHead(row);
    if (table === 'log_entry') return this.#lookAtEntry(row);
    if (table === 'intake')
      this.#received.add(`${row.prison_id}/${row.kiosk_id}/${row.sequence}/${row.hash}`);
    return null;
  }

  get entries(): number {
    return this.#entries;
  }

  /** What is wrong with the whole, once every row was looked at; null if nothing is. */
  end(): string | null {
    for (const [prisonId, head] of this.#heads) {
      const found = this.#frontiers.get(prisonId) ?? emptyFrontier;
      if (found.size !== head.size)
        return `the log of prison ${prisonId} has ${found.size} entries and its head says ${head.size}`;
      if (found.roots.map(toBase64Url).join() !== head.roots.join())
        return `the log of prison ${prisonId} does not come to its head`;
    }
    for (const prisonId of this.#frontiers.keys())
      if (!this.#heads.has(prisonId)) return `the log of prison ${prisonId} has no head`;
    if (!this.#received.equals(this.#logged))
      return 'what was received is not what the log says was received';
    return null;
  }

  #lookAtHead(row: Fields): string | null {
    const roots: unknown = parsed(row.frontier);
    if (typeof row.prison_id !== 'string' || typeof row.size !== 'number' || !Array.isArray(roots))
      return 'the head of a log is not readable';
    this.#heads.set(row.prison_id, { size: row.size, roots: roots.map(String) });
    return null;
  }

  #lookAtEntry({ prison_id: prisonId, position, entry, leaf_hash: stored }: Fields): string | null {
    if (typeof prisonId !== 'string' || typeof entry !== 'string')
      return 'an entry of the log is not readable';
    const frontier = this.#frontiers.get(prisonId) ?? emptyFrontier;
    if (position !== frontier.size) return `an entry of the log is missing before position ${position}`;
    const leaf = leafHash(sha256, Buffer.from(entry));
    if (toBase64Url(leaf) !== stored) return `the entry at position ${position} of the log was changed`;
    this.#frontiers.set(prisonId, append(sha256, frontier, leaf));
    this.#entries += 1;
    const said: unknown = parsed(entry);
    if (isFields(said) && said.kind === 'received')
      this.#logged.add(`${prisonId}/${said.kiosk}/${said.sequence}/${said.commitment}`);
    return null;
  }
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
