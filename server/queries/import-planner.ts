import type { Kysely } from 'kysely';
import type { ImportNoun, RowMistake } from '../../shared/import/columns.ts';
import type { ImportError, ImportRow } from '../../shared/import/read-rows.ts';
import type { PrisonerClass } from '../../shared/prisoner/classes.ts';
import type { PinKind } from '../../shared/prisoner/pin-pictures.ts';
import type { Sex } from '../../shared/prisoner/sex.ts';
import type { RuleEntry } from '../../shared/rulebook/value.ts';
import type { SentenceEntry } from '../../shared/sentence/entry.ts';
import type { Schema } from '../database/schema.ts';
import { type EntryRow, entryRowsIn, type NewEntry } from './entries.ts';
import { normalNumber } from './prisoner.ts';
import { rulesOf } from './rulebook.ts';
import { standingEntries } from './sentence.ts';

type Db = Kysely<Schema>;

/** Somebody in the register, as far as a file can change him. */
export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly wingId: string;
  readonly class: PrisonerClass;
  readonly pinKind: PinKind;
  readonly sex: Sex | null;
  readonly released: boolean;
}

export interface PlannedChange {
  readonly line: number;
  readonly deed: 'add' | 'change' | 'same';
  readonly number: string;
  readonly name: string | null;
  readonly words: string[];
}

/** A person who is to be added or changed. */
export interface PlannedPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly wingId: string;
  readonly class: PrisonerClass;
  readonly pinKind: PinKind;
  readonly sex: Sex | null;
}

/** Everything a file would do, worked out and not yet done. */
export interface Plan {
  readonly errors: ImportError[];
  readonly changes: PlannedChange[];
  readonly added: PlannedPerson[];
  readonly changed: PlannedPerson[];
  readonly sentence: NewEntry<'sentence'>[];
  readonly stage: NewEntry<'stage'>[];
  readonly earnings: NewEntry<'earnings'>[];
}

/** What is read once, whatever the number of rows. */
export interface Standing {
  readonly prisonId: string;
  readonly today: string;
  readonly people: ReadonlyMap<string, Registered>;
  readonly wings: ReadonlyMap<string, string>;
  readonly rules: readonly RuleEntry[];
  /** For a file about people or punishments: the lines that stand, by person. */
  readonly sentences: ReadonlyMap<string, readonly SentenceEntry[]>;
  /** For a file about money: the lines, by person. */
  readonly earnings: ReadonlyMap<string, readonly EntryRow<'earnings'>[]>;
}

/** Which lines a file is compared with. */
const linesNeeded: Readonly<Partial<Record<ImportNoun, 'earnings' | 'sentence'>>> = {
  prisoners: 'sentence',
  work: 'earnings',
  canteen: 'earnings',
  remittances: 'earnings',
  punishments: 'sentence',
  forfeitures: 'sentence',
};

export async function standingFor(
  db: Db,
  prisonId: string,
  noun: ImportNoun,
  today: string,
): Promise<Standing> {
  const people = await db
    .selectFrom('prisoner_number')
    .innerJoin('prisoner', 'prisoner.id', 'prisoner_number.prisoner_id')
    .select([
      'prisoner_number.number',
      'prisoner.id',
      'prisoner.name',
      'prisoner.wing_id as wingId',
      'prisoner.class',
      'prisoner.pin_kind as pinKind',
      'prisoner.sex',
      'prisoner.released_at as releasedAt',
      'prisoner.prison_id as prison',
    ])
    .where('prisoner_number.prison_id', '=', prisonId)
    .execute();
  const wings = await db
    .selectFrom('wing')
    .select(['id', 'name'])
    .where('prison_id', '=', prisonId)
    .execute();
  const linesOf = async <N extends 'earnings' | 'sentence'>(table: N): Promise<EntryRow<N>[]> =>
    linesNeeded[noun] === table ? entryRowsIn(db, table, prisonId) : [];
  return {
    prisonId,
    today,
    people: new Map(
      people.map(({ number, releasedAt, prison, ...person }) => [
        number,
        // Whoever went to another prison left this one, whatever was entered there since.
        { ...person, released: releasedAt !== null || prison !== prisonId },
      ]),
    ),
    wings: new Map(wings.map(({ id, name }) => [name.toLowerCase(), id])),
    rules: await rulesOf(db, prisonId),
    sentences: new Map(
      [...Map.groupBy(await linesOf('sentence'), row => row.prisoner_id)].map(([id, rows]) => [
        id,
        standingEntries(rows),
      ]),
    ),
    earnings: Map.groupBy(await linesOf('earnings'), row => row.prisoner_id),
  };
}

export const text = (row: ImportRow, name: string) => String(row.values[name] ?? '');
export const number = (row: ImportRow, name: string) => Number(row.values[name] ?? 0);

/** A plan in the making: every row is either a change or a mistake. */
export class Planner {
  readonly plan: Plan = {
    errors: [],
    changes: [],
    added: [],
    changed: [],
    sentence: [],
    stage: [],
    earnings: [],
  };
  readonly standing: Standing;
  constructor(standing: Standing) {
    this.standing = standing;
  }

  refuse(row: ImportRow, column: string | null, mistake: RowMistake): null {
    this.plan.errors.push({ line: row.line, column, mistake });
    return null;
  }

  /** Who has the number of a row and is still here; null after saying what is wrong. */
  personOf(row: ImportRow): (Registered & { readonly number: string }) | null {
    const given = normalNumber(text(row, 'number'));
    const person = this.standing.people.get(given);
    if (!person) return this.refuse(row, 'number', 'unknown-number');
    return person.released ? this.refuse(row, 'number', 'released') : { ...person, number: given };
  }

  note(
    row: ImportRow,
    who: { readonly number: string; readonly name: string | null },
    ...words: string[]
  ): void {
    this.plan.changes.push({ line: row.line, deed: 'add', number: who.number, name: who.name, words });
  }
}
