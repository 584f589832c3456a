import { isoOf } from '../clock.ts';
import { openClaims } from '../queries/claim.ts';
import { listNameless } from '../queries/list-submissions.ts';
import { insertSignIn } from '../queries/prisoner.ts';
import { sendReplies } from '../work/send-replies.ts';
import { perform } from './perform.ts';
import { asStaff, asWriter, kioskOf, type Stage } from './stage.ts';
import { isNameless, type Move, type Story } from './story.ts';

interface Standing {
  readonly id: string;
  /** Register number; 0 while it stands in no list, which no case has. */
  readonly number: number;
  readonly version: number;
  readonly code: string;
}

async function standingOf({ past, taken }: Stage, story: Story): Promise<Standing> {
  const row = await past.context.database.read
    .selectFrom('submission')
    .select(['id', 'number', 'version', 'code'])
    .where('id', '=', taken.get(story) ?? '')
    .executeTakeFirstOrThrow();
  return { ...row, number: row.number ?? 0 };
}

/** Does one move of a story, through the door that it goes through in life. Throws what that door throws. */
export async function actOut(stage: Stage, story: Story, move: Move): Promise<void> {
  const { context } = stage.past;
  switch (move.do) {
    case 'list':
      await listNameless(context.database, stage.scene.prisonId, isoOf(move.at));
      return;
    case 'send':
      return sendReplies(context);
    case 'open':
    case 'settle':
    case 'not-settle':
      return actAsWriter(stage, story, move);
    case 'disown':
      return disown(stage, story);
    default:
      return actInPanel(stage, story, move);
  }
}

type PanelMove = Extract<Move, { readonly by: unknown }>;

async function actInPanel(stage: Stage, story: Story, move: PanelMove): Promise<void> {
  const { context } = stage.past;
  const { number, version } = await standingOf(stage, story);
  const asked = { caller: asStaff(stage, move.by), params: { number } };
  switch (move.do) {
    case 'pass': {
      const named = move.named.flatMap(username => stage.scene.staff.get(username)?.id ?? []);
      const body = { version, named, namedOther: [] };
      await perform(context, 'POST /api/cases/:number/pass', { ...asked, body });
      return;
    }
    case 'route': {
      const { unit, personNeeded, note } = move;
      const body = { version, unit, personNeeded, note };
      await perform(context, 'POST /api/cases/:number/route', { ...asked, body });
      return;
    }
    case 'answer':
      await perform(context, 'POST /api/cases/:number/answer', {
        ...asked,
        body: { version, ...move.reply },
      });
      return;
    case 'call-back':
      await perform(context, 'POST /api/cases/:number/call-back', { ...asked, body: { version } });
      return;
    default:
      await perform(context, `POST /api/cases/:number/${move.do}`, {
        ...asked,
        body: { version, note: move.note },
      });
  }
}

/** With a name he is signed in; without one the code is all he has. */
async function actAsWriter(
  stage: Stage,
  story: Story,
  move: { readonly at: Temporal.Instant; readonly do: 'open' | 'settle' | 'not-settle' },
): Promise<void> {
  const { context } = stage.past;
  const { id, code } = await standingOf(stage, story);
  const caller = asWriter(stage, story);
  const settled = move.do === 'settle';
  if (isNameless(story.writer)) {
    if (move.do === 'open')
      await perform(context, 'POST /api/codes', { caller, params: undefined, body: { code } });
    else
      await perform(context, 'POST /api/codes/settle', {
        caller,
        params: undefined,
        body: { code, settled },
      });
    return;
  }
  if (move.do === 'open') {
    await noteSignIn(stage, story, move.at);
    await perform(context, 'POST /api/submissions/:id/opened', { caller, params: { id }, body: undefined });
  } else
    await perform(context, 'POST /api/submissions/:id/settle', { caller, params: { id }, body: { settled } });
}

async function noteSignIn(stage: Stage, { writer, wing }: Story, at: Temporal.Instant): Promise<void> {
  if (writer.kind === 'nameless') return;
  const { row } = kioskOf(stage, wing);
  await insertSignIn(stage.past.context.database.write, {
    prisonerId: writer.prisoner.id,
    kioskId: row.id,
    wingId: row.wing_id,
    at: isoOf(at),
  });
}

/** Asked "was this you?", the owner of the number says no. */
async function disown(stage: Stage, story: Story): Promise<void> {
  if (story.writer.kind !== 'number-and-pin') throw new RangeError('only a claimed number can be disowned');
  const { context } = stage.past;
  await noteSignIn(stage, story, context.clock.now());
  for (const { id } of await openClaims(context.database.read, story.writer.prisoner.id))
    await perform(context, 'POST /api/claims/:id', {
      caller: asWriter(stage, story),
      params: { id },
      body: { mine: false },
    });
}
