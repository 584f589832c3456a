import { randomUUID } from 'node:crypto';
import { sha256, toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { padded, readSealingKey, seal } from '../../shared/crypto/seal.ts';
import { carryBlock, carryBytes, carryContext, carryFormat, runsOf } from '../../shared/kiosk/carry.ts';
import type { CarryContent, CarryFile, ExportRecord } from '../../shared/kiosk/carry-schema.ts';
import type { SealedItem } from '../../shared/submission/schema.ts';
import type { TestKiosk } from './test-kiosk.ts';

export interface CarryChanges {
  /** Put in place of the file's own fields before it is signed, or after. */
  readonly before?: Partial<CarryFile>;
  readonly after?: Partial<CarryFile>;
  readonly content?: Partial<CarryContent>;
  readonly texts?: readonly string[];
  readonly madeAt?: string;
  readonly earlier?: readonly ExportRecord[];
}

/** What a kiosk says of an export of these items. */
export function exportRecord(items: readonly SealedItem[], id: string, madeAt: string): ExportRecord {
  const byKiosk = Map.groupBy(items, item => item.statement.kiosk);
  return {
    id,
    madeAt,
    items: [...byKiosk].map(([kiosk, of]) => ({
      kiosk,
      runs: runsOf(of.map(item => item.statement.sequence)),
    })),
  };
}

/** The text of a carried file, as a kiosk writes it: sealed, with its digest, signed. */
export async function makeCarryFile(
  kiosk: TestKiosk,
  items: readonly SealedItem[],
  changes: CarryChanges = {},
): Promise<string> {
  const id = changes.before?.export ?? randomUUID();
  const madeAt = changes.madeAt ?? '2026-03-02T07:00:00.000Z';
  const content: CarryContent = {
    version: 1,
    export: id,
    items: [...(changes.texts ?? items.map(item => JSON.stringify(item)))],
    exports: [...(changes.earlier ?? []), exportRecord(items, id, madeAt)],
    ...changes.content,
  };
  const { id: keyId, publicKey } = kiosk.enrolment.sealing;
  const key = await readSealingKey(keyId, publicKey);
  const plain = padded(JSON.stringify(content), carryBlock);
  const sealed = await seal(key, 'carry', carryContext(kiosk.id, id), plain);
  const digest = toBase64Url(await sha256(utf8(sealed)));
  const unsigned = {
    format: carryFormat,
    kiosk: kiosk.id,
    export: id,
    madeAt,
    digest,
    ...changes.before,
  } as const;
  const signature = await kiosk.sign(new TextDecoder().decode(carryBytes(unsigned)));
  const file: CarryFile = { ...unsigned, signature, sealed, ...changes.after };
  return JSON.stringify(file);
}
