import { type Checkpoint, checkpointText, logIn, originOf, shortForm } from './checkpoint.ts';
import type { ExportHeader } from './export-file.ts';
import { Wrong } from './report.ts';
import { type Frontier, type Hash, rootOf } from './tree.ts';

/** What was seen of a log before, and must still be so. */
export interface Seen {
  readonly checkpoints: readonly Checkpoint[];
  /** As written by hand in the minute book. */
  readonly minutes: readonly { readonly size: number; readonly short: string }[];
}

const plainShort = (short: string) => short.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Compares the tree, as it grows, with every head that was signed or seen. */
export class Heads {
  readonly #hash: Hash;
  readonly #header: ExportHeader;
  readonly #seen: Seen;
  readonly #signed: ReadonlyMap<number, readonly Checkpoint[]>;
  readonly #heads: ReadonlyMap<number, readonly Checkpoint[]>;
  readonly #sizes: ReadonlySet<number>;
  agreed = 0;

  constructor(hash: Hash, header: ExportHeader, signed: readonly Checkpoint[], seen: Seen) {
    this.#hash = hash;
    this.#header = header;
    this.#seen = seen;
    this.#signed = Map.groupBy(signed, ({ size }) => size);
    this.#heads = Map.groupBy(seen.checkpoints, ({ size }) => size);
    this.#sizes = new Set([
      ...this.#signed.keys(),
      ...this.#heads.keys(),
      ...seen.minutes.map(({ size }) => size),
    ]);
  }

  /** Throws Wrong for what could only be seen of a longer log, or of another one. */
  assertReached(size: number): void {
    const log = logIn(originOf(this.#header.prison.id, 1));
    const other = this.#seen.checkpoints.find(({ origin }) => logIn(origin) !== log);
    if (other) throw new Wrong('another-log', other.size, other.origin);
    const beyond = [...this.#seen.checkpoints, ...this.#seen.minutes].find(head => head.size > size);
    if (beyond) throw new Wrong('shorter-than-seen', size, String(beyond.size));
  }

  /** Throws Wrong if the log of this size is not the one that was signed or seen. */
  compare(frontier: Frontier): void {
    const { size } = frontier;
    if (!this.#sizes.has(size)) return;
    const root = rootOf(this.#hash, frontier);
    const differs = (head: Checkpoint) => head.root.toBase64() !== root.toBase64();
    if (this.#heads.get(size)?.some(differs)) throw new Wrong('seen-otherwise', size);
    this.agreed += this.#heads.get(size)?.length ?? 0;
    for (const minute of this.#seen.minutes.filter(one => one.size === size))
      this.#compareMinute(minute, root);
    if (this.#signed.get(size)?.some(differs)) throw new Wrong('root-wrong', size);
  }

  /** A log keeps its entries under every name that it had. */
  #compareMinute({ size, short }: Seen['minutes'][number], root: Uint8Array): void {
    const { prison, epoch } = this.#header;
    const forms = Array.from({ length: epoch }, (_, before) =>
      shortForm(this.#hash, checkpointText({ origin: originOf(prison.id, before + 1), size, root })),
    );
    if (!forms.some(form => plainShort(form) === plainShort(short)))
      throw new Wrong('minute-otherwise', size);
    this.agreed += 1;
  }
}
