import { type Collection, Dexie, type EntityTable, type Table } from 'dexie';

/**
 * One sealed submission. `body` is the exact text that will be posted and never changes again, whatever a
 * later version of this program thinks of it; only the fields about its delivery do.
 */
export interface OutboxItem {
  readonly id: string;
  /** The enrolment that numbered and signed it; a kiosk that was set up anew keeps its old items. */
  readonly kiosk: string;
  readonly sequence: number;
  readonly version: 1;
  readonly body: string;
  /** The hash that the server's receipt must name. */
  readonly hash: string;
  /** Best known time when it was made, ISO 8601 UTC. */
  readonly madeAt: string;
  readonly state: 'waiting' | 'received' | 'quarantined';
  readonly attempts: number;
  /** Epoch milliseconds of the wall clock before which it is not tried again. */
  readonly nextTry: number;
  /** Why the server refused it. */
  readonly refusal?: string;
  /** The server's signed receipt, as it came. */
  readonly receipt?: string;
  readonly receivedAt?: string;
  /** That a log which this kiosk cosigned holds it: a `c2sp.org/tlog-proof` file. */
  readonly proof?: string;
  /** Checks its receipt when the enrolment's own keys are gone: an item brought back from its second copy. */
  readonly receiptsKey?: { readonly id: string; readonly publicKey: string };
  /** Receipts of a server that has since lost the item and was sent it again. */
  readonly formerReceipts?: readonly string[];
}

export interface Counter {
  readonly kiosk: string;
  /** The last sequence number that was given out. */
  readonly sequence: number;
  /** Items let go after thirty days, so that no deletion is without trace. */
  readonly letGo: number;
}

/** What somebody spoke. Its pieces stand apart, so that noting how far it was sent does not write them again. */
export interface KeptRecording {
  readonly id: string;
  /** The form that it was spoken for: the id of its item. */
  readonly item: string;
  readonly kiosk: string;
  /** `draft`: not sent, and gone with its person. */
  readonly state: 'draft' | 'waiting' | 'received';
  /** Epoch milliseconds of the wall clock. */
  readonly madeAt: number;
  parts: number;
  bytes: number;
  /** So many pieces, from the first, are receipted: where sending goes on. */
  readonly sent: number;
  readonly attempts: number;
  readonly nextTry: number;
}

/** One piece, of about a second, as it will be posted. */
export interface KeptPart {
  readonly recording: string;
  readonly position: number;
  readonly sealed: string;
  readonly signature: string;
}

/** What one enrolment pinned. The two CryptoKeys cannot be exported. */
export interface KioskKeys {
  readonly order?: number;
  readonly kiosk: string;
  readonly prison: string;
  readonly name: string;
  /** Gone once the kiosk is revoked (wipe.ts); what is public stays, to check receipts by. */
  readonly signing?: CryptoKey;
  readonly code?: CryptoKey;
  readonly sealing: { readonly id: string; readonly publicKey: string };
  readonly receipts: { readonly id: string; readonly publicKey: string };
}

/** An enrolment that still holds: it can sign and make codes. */
export type EnrolledKeys = KioskKeys & Required<Pick<KioskKeys, 'signing' | 'code'>>;

export type OutboxDatabase = Dexie & {
  items: EntityTable<OutboxItem, 'id'>;
  counters: EntityTable<Counter, 'kiosk'>;
  /** The last one counts; earlier ones check the receipts of what they signed. */
  keys: Table<KioskKeys, number>;
  recordings: EntityTable<KeptRecording, 'id'>;
  parts: Table<KeptPart, [string, number]>;
  /** Written full and emptied again; see log-turnover.ts. */
  filler: Table<{ part: number; bytes: Uint8Array }, number>;
};

/**
 * A database of its own, because durability is set for a whole one: `strict` flushes to the disk before a
 * transaction is complete, where Chromium's default would lose what a power cut catches in its buffers.
 * Without Dexie's cache no read can be answered with what is not yet written.
 */
export function makeOutboxDatabase(): OutboxDatabase {
  const database = new Dexie('sauti-outbox', {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    autoOpen: false,
  }) as OutboxDatabase;
  database.version(1).stores({
    items: 'id, &[kiosk+sequence], [state+sequence]',
    counters: 'kiosk',
    keys: '++order, &kiosk',
    filler: 'part',
  });
  database.version(2).stores({ recordings: 'id, item, state', parts: '[recording+position]' });
  return database;
}

/** The pieces of a recording, in their order. */
export function everyPartOf(outbox: OutboxDatabase, recording: string): Collection<KeptPart> {
  return outbox.parts
    .where('[recording+position]')
    .between([recording, Dexie.minKey], [recording, Dexie.maxKey]);
}
