import Type from 'typebox';
import { BackupState } from '../backup/schema.ts';
import { roles } from '../staff/roles.ts';
import * as staff from '../staff/schema.ts';
import { operation, staffOf } from './operation.ts';

/** Whether the server, its clock, its back-ups and its certificate are well; and what changed. */
export const healthOperations = {
  'GET /healthz': operation({
    reach: { who: 'public' },
    summary: 'Whether the server and its database are well.',
    reply: Type.Object({
      ok: Type.Boolean(),
      time: Type.String(),
      /** True for the demonstration prison, so that the sign-in page can say that all is made up. */
      demonstration: Type.Boolean(),
    }),
    problems: [],
  }),
  'GET /api/events': operation({
    reach: staffOf(...roles),
    summary: 'Server-sent events: which lists changed, ids only.',
    reply: Type.String(),
    problems: [],
  }),
  'GET /api/backups': operation({
    reach: staffOf('administrator', 'officer-in-charge', 'commissioner', 'visiting-justice'),
    summary: 'The last good back-up, its age, and the room that is left.',
    reply: BackupState,
    problems: [],
  }),
  'GET /api/certificate': operation({
    reach: staffOf('administrator', 'officer-in-charge'),
    summary: 'Until when the certificate holds that the server was started with.',
    reply: Type.Object({
      certificate: Type.Union([
        Type.Object({ notAfter: Type.String(), daysLeft: Type.Integer(), warn: Type.Boolean() }),
        Type.Null(),
      ]),
    }),
    problems: [],
  }),
  'GET /api/time': operation({
    reach: staffOf(...roles),
    summary: 'Whether the server’s time is confirmed.',
    reply: staff.TimeState,
    problems: [],
  }),
  'POST /api/time/confirm': operation({
    reach: staffOf('officer-in-charge', 'deputy', 'commissioner', 'visiting-justice', 'administrator'),
    summary: 'One of the two confirmations that the server’s time is right.',
    reply: staff.TimeState,
    problems: ['second-person-needed'],
  }),
};
