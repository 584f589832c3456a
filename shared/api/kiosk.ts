import Type from 'typebox';
import * as release from '../kiosk/release-schema.ts';
import * as kiosk from '../kiosk/schema.ts';
import { Id } from '../schema.ts';
import { kioskRoles } from '../staff/roles.ts';
import { byId, done, operation, staffOf } from './operation.ts';

/** Kiosks: enrolment, sessions, heartbeats, sticks and builds. */
export const kioskOperations = {
  'GET /build.json': operation({
    reach: { who: 'public' },
    summary: 'The build that a kiosk is to have, file by file.',
    query: release.BuildQuery,
    reply: release.BuildList,
    problems: ['not-found'],
  }),
  'POST /api/kiosks/enrol': operation({
    reach: { who: 'public' },
    summary: 'Enrols a kiosk with a one-time code.',
    body: kiosk.EnrolBody,
    reply: kiosk.Enrolment,
    problems: ['enrolment-code-wrong', 'slow-down'],
  }),
  'POST /api/kiosks/enrol-here': operation({
    reach: { who: 'public' },
    summary: 'Enrols a browser on this machine; demonstration only.',
    body: kiosk.EnrolHereBody,
    reply: kiosk.Enrolment,
    problems: ['demonstration-only'],
  }),
  'POST /api/kiosks/challenge': operation({
    reach: { who: 'public' },
    summary: 'A nonce to sign, for a kiosk session.',
    reply: kiosk.Challenge,
    problems: [],
  }),
  'POST /api/kiosks/session': operation({
    reach: { who: 'public' },
    summary: 'A short session for a kiosk that signed the nonce.',
    body: kiosk.KioskSessionBody,
    reply: kiosk.KioskSession,
    problems: ['kiosk-unknown', 'kiosk-revoked', 'kiosk-signature-wrong'],
  }),
  'GET /api/kiosks/settings': operation({
    reach: { who: 'kiosk' },
    summary: 'Prison, wing, number pattern, deadlines, time.',
    reply: kiosk.KioskSettings,
    problems: [],
  }),
  'POST /api/kiosks/heartbeat': operation({
    reach: { who: 'kiosk' },
    summary: 'How the kiosk is; answers what the server has of it.',
    body: kiosk.HeartbeatBody,
    reply: kiosk.Heartbeat,
    problems: [],
  }),
  'GET /api/kiosks': operation({
    reach: staffOf(...kioskRoles),
    summary: 'Every kiosk with its state.',
    reply: Type.Object({
      kiosks: Type.Array(kiosk.KioskRow),
      /** Some kiosk that is not revoked used one number for two items. */
      copiedKey: Type.Boolean(),
      wings: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
    problems: [],
  }),
  'POST /api/kiosks/codes': operation({
    reach: staffOf('administrator'),
    summary: 'A one-time enrolment code, good for fifteen minutes.',
    body: kiosk.CodeBody,
    reply: kiosk.EnrolmentCode,
    problems: ['not-found'],
  }),
  'POST /api/kiosks/:id/revoke': operation({
    reach: staffOf('administrator', 'officer-in-charge'),
    summary: 'Revokes a kiosk at once, with the reason.',
    params: byId,
    body: kiosk.RevokeBody,
    reply: done,
    problems: ['not-found'],
  }),
  'POST /api/kiosks/:id/device-pin': operation({
    reach: staffOf('administrator'),
    summary: 'A new device PIN; the kiosk knows it when it next reaches the server.',
    params: byId,
    reply: kiosk.NewDevicePin,
    problems: ['not-found'],
  }),
  'GET /api/kiosks/exports': operation({
    reach: staffOf('administrator', 'officer-in-charge', 'deputy', 'visiting-justice'),
    summary: 'What was saved to a stick, and whether it was brought.',
    reply: Type.Object({ exports: Type.Array(kiosk.ExportRow) }),
    problems: [],
  }),
  'POST /api/kiosks/imports': operation({
    reach: staffOf('administrator', 'officer-in-charge', 'deputy'),
    summary: 'Takes in a kiosk’s queue from a stick, each item once.',
    body: kiosk.ImportBody,
    bodyLimit: 64 * 1024 * 1024,
    reply: kiosk.Imported,
    problems: ['carry-not-whole', 'carry-changed', 'carry-not-ours', 'carry-does-not-open', 'too-busy'],
  }),
  'GET /api/kiosks/releases': operation({
    reach: staffOf(...kioskRoles),
    summary: 'The builds of the kiosk, and how far each has come.',
    reply: release.Releases,
    problems: [],
  }),
  'POST /api/kiosks/releases/one': operation({
    reach: staffOf('administrator'),
    summary: 'Tries a build on one kiosk.',
    body: release.TrialBody,
    reply: done,
    problems: ['not-found', 'already-released'],
  }),
  'POST /api/kiosks/releases/all': operation({
    reach: staffOf('administrator'),
    summary: 'Gives a build that was tried to all kiosks.',
    body: release.ReleaseBody,
    reply: done,
    problems: ['not-found', 'already-released', 'release-unproven'],
  }),
  'POST /api/kiosks/releases/withdraw': operation({
    reach: staffOf('administrator'),
    summary: 'Ends a trial without release.',
    reply: done,
    problems: ['not-found'],
  }),
};
