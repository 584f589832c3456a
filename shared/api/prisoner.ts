import Type from 'typebox';
import * as event from '../prisoner/event-schema.ts';
import * as register from '../prisoner/register.ts';
import * as prisoner from '../prisoner/schema.ts';
import * as transfer from '../prisoner/transfer-schema.ts';
import { WorkList } from '../prisoner/work-list.ts';
import { Id } from '../schema.ts';
import { byId, done, operation, recordRoles, staffOf } from './operation.ts';

/** Prisoners: signing in at a kiosk, the register, coming and going. */
export const prisonerOperations = {
  'POST /api/prisoners/sign-in': operation({
    reach: { who: 'kiosk' },
    summary: 'Prison number and PIN.',
    body: prisoner.SignInBody,
    reply: prisoner.SignedIn,
    problems: ['sign-in-wrong', 'slow-down', 'pin-change-needed'],
  }),
  'POST /api/prisoners/sign-out': operation({
    reach: { who: 'prisoner' },
    summary: 'Ends the session.',
    reply: done,
    problems: [],
  }),
  'POST /api/prisoners/not-me': operation({
    reach: { who: 'prisoner' },
    summary: 'The last sign-in was somebody else.',
    body: prisoner.NotMeBody,
    reply: done,
    problems: ['not-found'],
  }),
  'GET /api/prisoners': operation({
    reach: staffOf(...recordRoles),
    summary: 'The register, by name.',
    query: register.RegisterQuery,
    reply: Type.Object({
      prisoners: Type.Array(register.PrisonerRow),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    problems: [],
  }),
  'GET /api/prisoners/:id/events': operation({
    reach: staffOf(...recordRoles),
    summary: 'One person’s coming and going: moves, interviews, leaving.',
    params: byId,
    reply: event.PrisonerEventPage,
    problems: ['not-found'],
  }),
  'POST /api/prisoners/:id/events': operation({
    reach: staffOf('documentation-office'),
    summary: 'Enters a move, an interview, a release, a return; who left can sign in no more.',
    params: byId,
    body: event.PrisonerEventBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong', 'already-decided'],
  }),
  'GET /api/arrivals': operation({
    reach: staffOf(...recordRoles),
    summary: 'Who is on his way here from another prison of this server.',
    reply: transfer.ArrivalList,
    problems: ['not-found'],
  }),
  'POST /api/arrivals/:id': operation({
    reach: staffOf('documentation-office'),
    summary: 'Takes somebody in from another prison, with his record, his PIN and his submissions.',
    params: byId,
    body: transfer.ArrivalBody,
    reply: done,
    problems: ['not-found', 'value-wrong', 'already-decided', 'number-taken'],
  }),
  'GET /api/departures': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Who left the prison, who entered it, and what of theirs is still open.',
    reply: Type.Object({ departures: Type.Array(event.DepartureRow) }),
    problems: ['not-found'],
  }),
  'GET /api/work-list': operation({
    reach: staffOf(...recordRoles),
    summary: 'What waits in the records: releases, notices, interviews, reviews, gaps.',
    reply: WorkList,
    problems: ['not-found'],
  }),
};
