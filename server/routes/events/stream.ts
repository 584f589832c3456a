import type { ServerResponse } from 'node:http';
import { caseRoles, type Role } from '../../../shared/staff/roles.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { News } from '../../database/changes.ts';
import { handle, present } from '../../http/operation.ts';
import { getSession, type StaffSession } from '../../queries/staff.ts';

const heartbeatMs = 20_000;
/** Intake comes in bursts; one event tells of all of it. */
const gatherMs = 250;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
} as const;

/** Only that lists changed, never which row: the panel fetches them again under its own rights. */
const changed = `data: ${JSON.stringify({ noun: 'submission' })}\n\n`;

function concerns(reader: StaffSession, news: News): boolean {
  if (!(caseRoles as readonly Role[]).includes(reader.role)) return false;
  if (news.kind === 'missed') return true;
  if (news.change.noun !== 'submission') return false;
  return reader.role === 'commissioner' || news.change.prisonId === reader.prisonId;
}

/** Server-sent events for as long as the session lives, the panel listens and the server runs. */
export const events = handle('GET /api/events', async ({ context, caller, reply }) => {
  const reader = present(caller.staff, 'staff');
  reply.hijack();
  reply.raw.writeHead(200, headers);
  reply.raw.write(': open\n\n');
  follow(context, reader, reply.raw);
  return '';
});

function follow({ database, clock, closing }: Context, reader: StaffSession, stream: ServerResponse): void {
  let gathering: NodeJS.Timeout | undefined;
  const stopListening = database.listen(news => {
    if (!concerns(reader, news)) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      stream.write(changed);
    }, gatherMs);
  });
  const end = () => {
    stopListening();
    clearTimeout(gathering);
    clearInterval(heartbeat);
    closing.removeEventListener('abort', end);
    stream.end();
  };
  const beat = async () => {
    const session = await getSession(database.read, reader.tokenHash, isoOf(clock.system()));
    if (session) stream.write(': still here\n\n');
    else end();
  };
  const heartbeat = setInterval(() => void beat().catch(end), heartbeatMs);
  stream.on('close', end);
  stream.on('error', end);
  closing.addEventListener('abort', end);
  if (closing.aborted) end();
}
