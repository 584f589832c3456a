import type { Migration } from '../migrate.ts';
import { spine } from './001-spine.ts';
import { carryAndRounds } from './002-carry-and-rounds.ts';
import { kioskReleases } from './003-kiosk-releases.ts';
import { records } from './004-records.ts';
import { log } from './005-log.ts';
import { readers } from './007-readers.ts';
import { namesWaiting } from './009-names-waiting.ts';
import { pinSlips } from './010-pin-slips.ts';
import { transfers } from './011-transfers.ts';
import { pinKinds } from './012-pin-kinds.ts';
import { kindVersions } from './013-kinds.ts';
import { rising } from './014-rising.ts';
import { letters } from './018-letters.ts';
import { sex } from './019-sex.ts';
import { medical } from './020-medical.ts';
import { absence } from './022-absence.ts';
import { digest } from './023-digest.ts';
import { visit } from './024-visit.ts';
import { kioskCode } from './026-kiosk-code.ts';
import { contentVersions } from './027-content.ts';
import { recordings } from './029-recordings.ts';
import { recordingWords } from './030-recording-words.ts';

/** In the order in which they came and are applied, whatever their numbers; a released one is never changed. */
export const migrations: readonly Migration[] = [
  spine,
  records,
  kioskReleases,
  namesWaiting,
  readers,
  log,
  carryAndRounds,
  pinSlips,
  transfers,
  pinKinds,
  kindVersions,
  rising,
  letters,
  contentVersions,
  absence,
  medical,
  digest,
  recordings,
  sex,
  kioskCode,
  visit,
  recordingWords,
];
