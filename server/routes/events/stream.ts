import type { ServerResponse } from 'node:http';
import { caseRoles, kioskRoles, type Role } from '../../../shared/staff/roles.ts';
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

/** Who hears of which noun. */
const listeners: Readonly<Record<string, readonly Role[]>> = {
  submission: caseRoles,
  kiosk: kioskRoles,
};

/** The nouns whose lists may have changed for a reader. */
function nounsOf(reader: StaffSession, news: News): readonly string[] {
  const heard = Object.keys(listeners).filter(noun => listeners[noun]?.includes(reader.role));
  if (news.kind === 'missed') return heard;
  const { noun, prisonId } = news.change;
  const own = reader.role === 'commissioner' || prisonId === reader.prisonId;
  return own ? heard.filter(one => one === noun) : [];
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
  const gathered = new Set<string>();
  const stopListening = database.listen(news => {
    for (const noun of nounsOf(reader, news)) gathered.add(noun);
    if (gathered.size === 0) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      // Only that lists changed, never which row: the panel fetches them again under its own rights.
      for (const noun of gathered) stream.write(`data: ${JSON.stringify({ noun })}\n\n`);
      gathered.clear();
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
    const session = await getSession(database.read, reader.tokenHash, clock);
    if (session) stream.write(': still here\n\n');
    else end();
  };
  const heartbeat = setInterval(() => void beat().catch(end), heartbeatMs);
  stream.on('close', end);
  stream.on('error', end);
  closing.addEventListener('abort', end);
  if (closing.aborted) end();
}
