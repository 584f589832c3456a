import Type from 'typebox';
import { Id } from '../schema.ts';
import { accountRoles, roles } from '../staff/roles.ts';
import * as staff from '../staff/schema.ts';
import { byId, done, operation, staffOf } from './operation.ts';

/** Staff: signing in, accounts, officers. */
export const staffOperations = {
  'POST /api/staff/sign-in': operation({
    reach: { who: 'public' },
    summary: 'Username and password; sets the session cookie.',
    body: staff.StaffSignInBody,
    reply: staff.Me,
    problems: ['staff-sign-in-wrong', 'slow-down'],
  }),
  'POST /api/staff/sign-out': operation({
    reach: staffOf(...roles),
    summary: 'Ends the session.',
    reply: done,
    problems: [],
  }),
  'GET /api/staff/me': operation({
    reach: staffOf(...roles),
    summary: 'Who is signed in.',
    reply: staff.Me,
    problems: [],
  }),
  'POST /api/staff/password': operation({
    reach: staffOf(...roles),
    summary: 'Changes one’s own password.',
    body: staff.PasswordBody,
    reply: done,
    problems: ['staff-sign-in-wrong', 'slow-down'],
  }),
  'GET /api/staff': operation({
    reach: staffOf(...accountRoles),
    summary: 'Accounts, with those that wait for a second person.',
    reply: Type.Object({
      staff: Type.Array(staff.StaffRow),
      wings: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
    problems: [],
  }),
  'POST /api/staff': operation({
    reach: staffOf('administrator'),
    summary: 'Proposes an account.',
    body: staff.StaffBody,
    reply: staff.FirstPassword,
    problems: ['name-taken', 'unit-unknown', 'not-found'],
  }),
  'POST /api/staff/:id/approve': operation({
    reach: staffOf(...accountRoles),
    summary: 'A second person of another office lets the account in.',
    params: byId,
    reply: staff.FirstPassword,
    problems: ['not-found', 'second-person-needed', 'staff-not-proposed'],
  }),
  'POST /api/staff/:id/end': operation({
    reach: staffOf('administrator', 'officer-in-charge'),
    summary: 'Ends an account; what its holder wrote stays.',
    params: byId,
    reply: done,
    problems: ['not-found', 'second-person-needed'],
  }),
  'GET /api/officers': operation({
    reach: staffOf('first-reader'),
    summary: 'Officers who can be recorded as named.',
    reply: Type.Object({ officers: Type.Array(staff.OfficerRow) }),
    problems: [],
  }),
};
