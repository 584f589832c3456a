import type { Handler } from '../http/operation.ts';
import { buildList } from './builds/list.ts';
import { answer } from './claims/answer.ts';
import { lookUp } from './codes/look-up.ts';
import { settleByCode } from './codes/settle.ts';
import { healthz } from './health/healthz.ts';
import { take } from './intake/take.ts';
import { challenge } from './kiosks/challenge.ts';
import { kioskContent } from './kiosks/content.ts';
import { cosign } from './kiosks/cosign.ts';
import { enrol } from './kiosks/enrol.ts';
import { enrolHere } from './kiosks/enrol-here.ts';
import { heartbeat } from './kiosks/heartbeat.ts';
import { proofs } from './kiosks/proofs.ts';
import { session } from './kiosks/session.ts';
import { settings } from './kiosks/settings.ts';
import { witness } from './kiosks/witness.ts';
import { takeNight } from './letters/batch.ts';
import { letterDesk } from './letters/desk.ts';
import { notMe } from './prisoners/not-me.ts';
import { signIn } from './prisoners/sign-in.ts';
import { signOut } from './prisoners/sign-out.ts';
import { recordSideHandlers } from './record-side.ts';
import { takeRecordingParts } from './recordings/take-parts.ts';
import { staffSideHandlers } from './staff-side.ts';
import { listOwnSubmissions } from './submissions/list-own.ts';
import { opened } from './submissions/opened.ts';
import { settle } from './submissions/settle.ts';

/** Every operation of the contract, one file each, in one list: nothing is loaded by itself. */
export const handlers: readonly Handler[] = [
  healthz,
  buildList,
  enrol,
  enrolHere,
  challenge,
  session,
  settings,
  heartbeat,
  kioskContent,
  witness,
  cosign,
  letterDesk,
  takeNight,
  proofs,
  take,
  takeRecordingParts,
  signIn,
  signOut,
  notMe,
  answer,
  listOwnSubmissions,
  opened,
  settle,
  lookUp,
  settleByCode,
  ...recordSideHandlers,
  ...staffSideHandlers,
];
