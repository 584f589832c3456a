import type { IdentityContent, SubmissionContent } from '../../shared/submission/schema.ts';
import { isoOf } from '../clock.ts';
import { insertSignIn } from '../queries/prisoner.ts';
import { takeItem } from '../routes/intake/take.ts';
import { makePass } from '../tokens.ts';
import { checkNames } from '../work/check-names.ts';
import { openItems } from '../work/open-items.ts';
import { type DemonstrationKiosk, damaged, idAt } from './kiosk.ts';
import type { WingLetter } from './people.ts';
import { perform } from './perform.ts';
import { kioskOf, type Stage } from './stage.ts';
import type { Said, Story } from './story.ts';

function contentOf(id: string, said: Said): SubmissionContent {
  return { version: 1, id, type: 'complaint', ...said };
}

function identityOf(stage: Stage, { writer, wing }: Story, madeAt: Temporal.Instant): IdentityContent {
  switch (writer.kind) {
    case 'nameless':
      return { version: 1, kind: 'nameless' };
    case 'number-and-pin':
      return { version: 1, kind: 'pin', number: writer.prisoner.number, pin: writer.pin };
    case 'signed-in': {
      const { keys } = stage.past.context;
      const pass = makePass(keys, writer.prisoner.id, kioskOf(stage, wing).row.id, madeAt);
      return { version: 1, kind: 'pass', pass };
    }
  }
}

/** The wing's kiosk seals what was said and sends it; the work behind the queue opens it. */
export async function takeStory(stage: Stage, story: Story): Promise<void> {
  const { past, scene, taken } = stage;
  const { context } = past;
  const madeAt = story.takenAt.subtract({ seconds: Math.round(story.keptHours * 3600) });
  const id = idAt(madeAt);
  const kiosk = kioskOf(stage, story.wing);
  if (story.writer.kind === 'signed-in')
    await insertSignIn(context.database.write, {
      prisonerId: story.writer.prisoner.id,
      kioskId: kiosk.row.id,
      wingId: kiosk.row.wing_id,
      at: isoOf(madeAt),
    });
  const item = await kiosk.freeze(contentOf(id, story.said), identityOf(stage, story, madeAt), madeAt);
  await takeItem(context, item);
  taken.set(story, id);
  await openItems(context, scene.prisonId);
  if (story.writer.kind === 'number-and-pin') await checkNames(context, scene.prisonId);
}

/** One item arrives with a broken envelope: it is receipted and kept, and the panel tells of it. */
export async function takeDamaged(stage: Stage, wing: WingLetter, at: Temporal.Instant): Promise<void> {
  const { past, scene, signing } = stage;
  const key = signing.get(wing);
  if (!key) throw new RangeError(`wing ${wing} has no kiosk`);
  const said: Said = {
    kind: 'food',
    problem: 'water',
    when: 'today',
    many: 'others',
    text: null,
    aboutOfficer: null,
    language: 'sw',
  };
  const whole = await kioskOf(stage, wing).freeze(
    contentOf(idAt(at), said),
    { version: 1, kind: 'nameless' },
    at,
  );
  await takeItem(past.context, damaged(whole, key));
  await openItems(past.context, scene.prisonId);
}

/** A kiosk tells how it is, as it does every minute; only the last time is kept anyway. */
export function tellOfKiosk(stage: Stage, wing: WingLetter, at: Temporal.Instant): Promise<void> {
  return tellOf(stage, kioskOf(stage, wing), at);
}

export async function tellOf(stage: Stage, kiosk: DemonstrationKiosk, at: Temporal.Instant): Promise<void> {
  const body = {
    wall: isoOf(at),
    ...kiosk.boot(at),
    sequence: kiosk.sequence,
    waiting: 0,
    quarantined: 0,
    build: 'demo',
    persisted: true,
  };
  const caller = { kiosk: kiosk.row };
  await perform(stage.past.context, 'POST /api/kiosks/heartbeat', { caller, params: undefined, body });
}
