import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import type { PrisonerEventKind } from '../../shared/prisoner/event.ts';
import type { Schema } from '../database/schema.ts';
import { appendRecord } from './record.ts';

/** What a line keeps beside its kind and day. */
export interface EventContent {
  readonly reason: string;
  readonly from?: string;
  readonly to?: string;
}

export interface NewPrisonerEvent {
  readonly prisonId: string;
  readonly prisonerId: string;
  readonly kind: PrisonerEventKind;
  readonly onDay: string;
  readonly content: EventContent;
  readonly byId: string;
  readonly at: string;
}

/** Writes the line and its entry in the log, whose head the caller holds; `more` stands in the log alone. */
export async function insertPrisonerEvent(
  tx: Transaction<Schema>,
  { prisonId, prisonerId, kind, onDay, content, byId, at }: NewPrisonerEvent,
  more: Readonly<Record<string, Json>> = {},
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('prisoner_event')
    .values({
      id,
      prison_id: prisonId,
      prisoner_id: prisonerId,
      kind,
      on_day: onDay,
      content: JSON.stringify(content),
      by_id: byId,
      at,
    })
    .execute();
  const kept = { action: kind, event: id, prisoner: prisonerId, onDay, ...content, ...more };
  await appendRecord(tx, { prisonId, kind: 'prisoner', at, actorId: byId, content: kept });
  return id;
}
