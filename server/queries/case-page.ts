import type { Kysely } from 'kysely';
import { type OperationName, operations } from '../../shared/api.ts';
import type { Role } from '../../shared/staff/roles.ts';
import type { CasePage } from '../../shared/submission/case-schema.ts';
import { kindAt } from '../../shared/submission/kind-rules.ts';
import { type Action, actionsFor } from '../../shared/submission/life.ts';
import { type Reader, shownOf } from '../../shared/submission/reach.ts';
import { dayOf } from '../clock.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import { lifeContextOf } from './act.ts';
import { type CaseAddress, findCase } from './case.ts';
import { countAlike } from './case-alike.ts';
import { type HistoryFor, historyOf, repliesOf } from './case-history.ts';
import { caseRowOf, isNameless } from './case-row.ts';
import { kindVersions } from './kind.ts';
import { getPrison, prisonsFor } from './prison.ts';
import { everyoneRows } from './prisoner-register.ts';
import { voiceOf } from './recording.ts';
import { wordsOfRecording } from './recording-words.ts';

type Db = Kysely<Schema>;

/** The actions that have an operation which this role may call. */
function callableBy(role: Role): ReadonlySet<Action> {
  const names = Object.keys(operations) as OperationName[];
  return new Set(
    names.flatMap(name => {
      const { reach } = operations[name];
      return 'action' in reach && (reach.roles as readonly Role[]).includes(role) ? [reach.action] : [];
    }),
  );
}

async function wingName(db: Db, wingId: string | null): Promise<string | null> {
  if (wingId === null) return null;
  const wing = await db.selectFrom('wing').select('name').where('id', '=', wingId).executeTakeFirst();
  return wing?.name ?? null;
}

/** Who wrote it: his number, name and wing in the prison that he wrote it in, as that one's register has them. */
async function personOf(db: Db, row: SubmissionRow): Promise<CasePage['prisoner']> {
  if (row.prisoner_id === null) return null;
  const person = await everyoneRows(db, row.prison_id)
    .where('person.id', '=', row.prisoner_id)
    .executeTakeFirst();
  return person ? { number: person.number, name: person.name, wing: person.wing } : null;
}

async function figuresOf(db: Db, submissionId: string): Promise<CasePage['figures']> {
  const row = await db
    .selectFrom('submission_figures')
    .select('figures')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  return row ? (JSON.parse(row.figures) as CasePage['figures']) : null;
}

/** The whole page of a case, redacted for its reader. Throws `not-yours-to-see`. */
export async function casePageFor(
  db: Db,
  reader: Reader,
  address: CaseAddress,
  now: Temporal.Instant,
): Promise<CasePage> {
  const { row, named } = await findCase(db, reader, address);
  const prison = await getPrison(db, row.prison_id);
  const today = dayOf(now, prison.zone).toString();
  const nameless = isNameless(row);
  const shown = shownOf(reader.role, { nameless, personNeeded: row.person_needed === 1 });
  const history: HistoryFor = { reader, notes: shown.notes, hours: shown.hour, zone: prison.zone };
  const callable = callableBy(reader.role);
  const kinds = await kindVersions(db, row.prison_id);
  const wingId = shown.place ? row.wing_id : null;
  return {
    ...caseRowOf({ ...row, wing: await wingName(db, wingId) }, today, await prisonsFor(db, reader), kinds),
    when: row.when_it_was || null,
    questions: [...kindAt(kinds, row.kind, row.kind_version).rules.questions],
    text: shown.text ? row.text : null,
    voice: shown.voice ? await voiceOf(db, row) : null,
    spoken: shown.text ? await wordsOfRecording(db, row.id, shown.notes) : [],
    about: shown.about && row.about !== null ? (JSON.parse(row.about) as CasePage['about']) : null,
    prisoner: shown.person ? await personOf(db, row) : null,
    personNeeded: row.person_needed === 1,
    identity: nameless ? 'nameless' : 'named',
    named: shown.about ? named.map(({ id, name }) => ({ id, name })) : [],
    figures: shown.text ? await figuresOf(db, row.id) : null,
    receivedAt: shown.hour ? row.received_at : null,
    replies: await repliesOf(db, row.id, history),
    history: await historyOf(db, row.id, history),
    actions: actionsFor(lifeContextOf(row, prison.settings.reopeningsAllowed), reader.role).filter(action =>
      callable.has(action),
    ),
    similar: await countAlike(db, reader, row, today),
  };
}
