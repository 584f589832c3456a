import type { Kysely } from 'kysely';
import type { Reader } from '../../../shared/submission/reach.ts';
import type { VisitPack } from '../../../shared/visit/schema.ts';
import { isoOf } from '../../clock.ts';
import type { Schema } from '../../database/schema.ts';
import type { Keys } from '../../keys.ts';
import { listDepartures } from '../departures.ts';
import { standingOfLog } from '../log-standing.ts';
import { watchPins } from '../pin-list.ts';
import { answersSince, casesSince } from './cases.ts';
import { heldNow } from './held.ts';
import { kiosksSince } from './kiosks.ts';
import { lossesSince } from './losses.ts';
import { dayAt, type Span } from './span.ts';

type Db = Kysely<Schema>;

async function departuresSince(db: Db, span: Span): Promise<VisitPack['departures']> {
  const rows = await listDepartures(db, span.prison.id);
  return rows
    .filter(({ at }) => at >= span.sinceAt)
    .map(({ number, name, kind, on, at, by, cases }) => ({
      number,
      name,
      kind,
      on,
      enteredOn: dayAt(span, at),
      by,
      cases: cases.map(one => one.number),
    }));
}

async function irregularitiesSince(db: Db, span: Span): Promise<VisitPack['irregularities']> {
  const rows = await db
    .selectFrom('irregularity')
    .select(['kind', eb => eb.fn.countAll().as('count')])
    .where('prison_id', '=', span.prison.id)
    .where('at', '>=', span.sinceAt)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

async function pinsSince(db: Db, span: Span): Promise<VisitPack['pins']> {
  const rows = (await watchPins(db, span.prison.id)).filter(({ at }) => at >= span.sinceAt);
  const ofKind = (kind: (typeof rows)[number]['kind']) => rows.filter(row => row.kind === kind).length;
  return { resets: ofKind('reset'), notMe: ofKind('not-me') };
}

async function logVerdict(db: Db, keys: Keys, { prison, now }: Span): Promise<VisitPack['log']> {
  const { hold, checkpoint, size, witnesses } = await standingOfLog(db, keys, prison.id);
  const known = witnesses.filter(({ revoked }) => !revoked);
  const dayBefore = isoOf(now.subtract({ hours: 24 }));
  return {
    hold,
    size: checkpoint?.size ?? size,
    short: checkpoint?.short ?? null,
    signedAt: checkpoint?.signedAt ?? null,
    witnesses: known.length,
    signed: known.filter(({ at }) => at !== null && at >= dayBefore).length,
  };
}

/** The pack of a visit, with every loss in it, whether anybody is known to have submitted before. */
export async function visitPack(db: Db, keys: Keys, reader: Reader, span: Span): Promise<VisitPack> {
  const { prison, since, today, now } = span;
  const [held, losses, departures, cases, answers, kiosks, irregularities, pins, log] = await Promise.all([
    heldNow(db, span),
    lossesSince(db, span),
    departuresSince(db, span),
    casesSince(db, reader, span),
    answersSince(db, span),
    kiosksSince(db, span),
    irregularitiesSince(db, span),
    pinsSince(db, span),
    logVerdict(db, keys, span),
  ]);
  return {
    version: 1,
    prison: { id: prison.id, name: prison.name },
    since,
    today,
    madeAt: isoOf(now),
    held,
    losses,
    departures,
    ...cases,
    answers,
    kiosks,
    irregularities,
    pins,
    log,
  };
}
