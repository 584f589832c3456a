import type { Kysely } from 'kysely';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Schema } from '../database/schema.ts';
import { foundPrison, type NewPrison } from '../queries/found-prison.ts';
import { lawVersion } from '../queries/law.ts';
import { listPrisonIds } from '../queries/prison.ts';
import { hashSecret, makeToken } from '../secrets.ts';
import { beanStories } from './bean-stories.ts';
import { type Calendar, instantAt, makeCalendar } from './calendar.ts';
import { type DemonstrationKiosk, makeKiosk, type SigningKey } from './kiosk.ts';
import { enterLaw } from './law.ts';
import { makePast, type Past } from './past.ts';
import { signInPrisoners, type WingLetter } from './people.ts';
import { play } from './play.ts';
import { admitPrisoners, engageStaff, enrolKiosks, enrolRound, type Hashes } from './populate.ts';
import { makeRandom, type Random } from './random.ts';
import { makeScene, type Scene } from './scene.ts';
import { demonstrationPassword } from './staff.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';
import { toldStories } from './told-stories.ts';
import { days, usualStories } from './usual-stories.ts';

export { demonstrationSignIns } from './sign-ins.ts';

/** The same people and the same stories everywhere; only their days depend on when it is filled. */
const seed = 19_630_604;

async function hashAll(pepper: Buffer): Promise<Hashes> {
  const [password, noPin, ...pins] = await Promise.all([
    hashSecret(demonstrationPassword, pepper),
    hashSecret(makeToken(), pepper),
    ...signInPrisoners.map(async ({ number, pin }) => [number, await hashSecret(pin, pepper)] as const),
  ]);
  return { password, noPin, pins: new Map(pins) };
}

/**
 * Fills an empty database with the demonstration prison; does nothing where there is any prison. Enters the law's
 * words into a demonstration that has none. `say` is told what the one who starts the server should know. Answers
 * whether this database holds a demonstration prison, so that its sign-ins are printed where they work.
 */
export async function fillDemonstration(
  context: Context,
  say: (line: string) => void = line => process.stdout.write(`${line}\n`),
): Promise<boolean> {
  const { read } = context.database;
  if ((await listPrisonIds(read)).length === 0) {
    say('Filling the demonstration prison; this takes a few seconds.');
    await fill(context);
  }
  if (!(await isDemonstration(read))) return false;
  const trouble = (await lawVersion(read)) === 'none' ? await enterLaw(context) : null;
  if (trouble !== null) say(trouble);
  return true;
}

/** The whole past in one transaction: it is there altogether, or the next start begins again. */
async function fill(context: Context): Promise<void> {
  const { database, config, clock, keys } = context;
  const hashes = await hashAll(keys.pepper);
  const calendar = makeCalendar(clock.now(), config.zone);
  const begin = instantAt(calendar.today.subtract({ days: days + 1 }), 6 * 3600, config.zone);
  await database.transaction(async tx => {
    const random = makeRandom(seed);
    const scene = makeScene(random);
    const past = makePast(context, tx, begin);
    // False if another server on the same empty database was first.
    if (!(await foundPrison(tx, prisonOf(scene, calendar, begin)))) return;
    await database.lockHead(tx, scene.prisonId);
    await engageStaff(tx, scene, hashes.password, isoOf(begin));
    await admitPrisoners(tx, scene, hashes, isoOf(begin));
    await play(await makeStage(past, scene, calendar, begin), storiesOf(scene, calendar, random), calendar);
  });
}

/** Everything that was ever said in the demonstration, and what became of it. */
export function storiesOf(scene: Scene, calendar: Calendar, random: Random): Story[] {
  const told = toldStories(scene, calendar, random);
  const used = new Set(told.flatMap(({ said }) => said.text ?? []));
  return [...told, ...beanStories(scene, calendar, random), ...usualStories(scene, calendar, used, random)];
}

async function isDemonstration(db: Kysely<Schema>): Promise<boolean> {
  const found = await db.selectFrom('prison').select('id').where('demonstration', '=', 1).executeTakeFirst();
  return found !== undefined;
}

function prisonOf(scene: Scene, { zone }: Calendar, begin: Temporal.Instant): NewPrison {
  const { prisonId: id, prisonName: name } = scene;
  return { id, name, zone, demonstration: true, wings: Object.values(scene.wings), at: isoOf(begin) };
}

async function makeStage(
  past: Past,
  scene: Scene,
  { zone }: Calendar,
  begin: Temporal.Instant,
): Promise<Stage> {
  const kiosks = new Map<WingLetter, DemonstrationKiosk>();
  const signing = new Map<WingLetter, SigningKey>();
  for (const [wing, enrolled] of await enrolKiosks(past.context, scene, begin)) {
    kiosks.set(wing, await makeKiosk(enrolled.row, enrolled.signing, past.context.keys, zone));
    signing.set(wing, enrolled.signing);
  }
  const carried = await enrolRound(past.context, scene, begin);
  const round = await makeKiosk(carried.row, carried.signing, past.context.keys, zone);
  return { past, scene, kiosks, round, signing, taken: new Map() };
}
