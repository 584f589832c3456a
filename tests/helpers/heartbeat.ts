import { randomUUID } from 'node:crypto';
import type { BodyOf } from '../../shared/api.ts';

type Body = BodyOf<'POST /api/kiosks/heartbeat'>;

/** What a kiosk that is well says of itself, with nothing waiting. */
export function aHeartbeat(more: Partial<Body> = {}): Body {
  return {
    wall: '2026-03-01T08:00:00.000Z',
    monotonic: 1,
    boot: randomUUID(),
    sequence: 0,
    waiting: 0,
    quarantined: 0,
    build: 'a-build',
    persisted: true,
    ...more,
  };
}
