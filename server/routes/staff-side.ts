import type { Handler } from '../http/operation.ts';
import { endAbsenceNow } from './absences/end.ts';
import { enterAbsence } from './absences/enter.ts';
import { showAbsences } from './absences/show.ts';
import { backups } from './backups/show.ts';
import { alike } from './cases/alike.ts';
import { answer } from './cases/answer.ts';
import { answerMany } from './cases/answer-many.ts';
import { callBack } from './cases/call-back.ts';
import { callBackMany } from './cases/call-back-many.ts';
import { close } from './cases/close.ts';
import { counts } from './cases/counts.ts';
import { forward } from './cases/forward.ts';
import { list } from './cases/list.ts';
import { note } from './cases/note.ts';
import { page } from './cases/page.ts';
import { pass } from './cases/pass.ts';
import { giveBack } from './cases/return.ts';
import { route } from './cases/route.ts';
import { routeMany } from './cases/route-many.ts';
import { certificate } from './certificate/show.ts';
import { claims } from './claims/list.ts';
import { poExport } from './content/export-po.ts';
import { poImport } from './content/import-po.ts';
import { listContent } from './content/list.ts';
import { showContent } from './content/show.ts';
import { contentShown } from './content/shown.ts';
import { stepPage } from './content/step.ts';
import { contentText } from './content/text.ts';
import { writePage } from './content/write.ts';
import { readDigest } from './digest/read.ts';
import { showDigest } from './digest/show.ts';
import { events } from './events/stream.ts';
import { irregularities } from './irregularities/list.ts';
import { decideKindChange } from './kinds/decide.ts';
import { proposeKindChange } from './kinds/propose.ts';
import { kindBook } from './kinds/show.ts';
import { newDevicePin } from './kiosks-admin/device-pin.ts';
import { exportsList } from './kiosks-admin/exports.ts';
import { importCarried } from './kiosks-admin/import.ts';
import { kiosks } from './kiosks-admin/list.ts';
import { makeCode } from './kiosks-admin/make-code.ts';
import { releaseBuild } from './kiosks-admin/release-build.ts';
import { releases } from './kiosks-admin/releases.ts';
import { revoke } from './kiosks-admin/revoke.ts';
import { tryBuild } from './kiosks-admin/try-build.ts';
import { withdrawBuild } from './kiosks-admin/withdraw-build.ts';
import { chooseKioskLanguages } from './languages/choose.ts';
import { showLanguages } from './languages/show.ts';
import { showLanguageTexts } from './languages/texts.ts';
import { law } from './law/show.ts';
import { enterAnswers } from './letters/enter-answers.ts';
import { enterLetterKey } from './letters/enter-key.ts';
import { letterPack } from './letters/pack.ts';
import { showLetters } from './letters/show.ts';
import { consistency } from './log/consistency.ts';
import { continueHeld } from './log/continue.ts';
import { exportLog } from './log/export.ts';
import { inclusion } from './log/inclusion.ts';
import { showLogs } from './log/show.ts';
import { endHeld } from './offers/end.ts';
import { place } from './offers/place.ts';
import { rounds } from './offers/show.ts';
import { officers } from './officers/list.ts';
import { paperBlocks } from './paper/list.ts';
import { printPaper } from './paper/print.ts';
import { hearRecording } from './recordings/hear.ts';
import { writeRecordingWords } from './recordings/write-words.ts';
import { approve } from './staff/approve.ts';
import { end } from './staff/end.ts';
import { listStaff } from './staff/list.ts';
import { me } from './staff/me.ts';
import { password } from './staff/password.ts';
import { propose } from './staff/propose.ts';
import { signIn } from './staff/sign-in.ts';
import { signOut } from './staff/sign-out.ts';
import { confirm } from './time/confirm.ts';
import { time } from './time/show.ts';
import { showVisit } from './visit/show.ts';

/** The panel's operations, one file each. */
export const staffSideHandlers: readonly Handler[] = [
  listContent,
  poExport,
  poImport,
  showContent,
  contentShown,
  contentText,
  writePage,
  stepPage,
  alike,
  answerMany,
  callBackMany,
  routeMany,
  signIn,
  signOut,
  me,
  password,
  listStaff,
  propose,
  approve,
  end,
  showDigest,
  readDigest,
  showAbsences,
  enterAbsence,
  endAbsenceNow,
  officers,
  list,
  counts,
  page,
  hearRecording,
  writeRecordingWords,
  pass,
  route,
  giveBack,
  answer,
  callBack,
  close,
  forward,
  note,
  events,
  claims,
  irregularities,
  showLogs,
  inclusion,
  consistency,
  exportLog,
  continueHeld,
  backups,
  certificate,
  time,
  confirm,
  law,
  kiosks,
  releases,
  tryBuild,
  releaseBuild,
  withdrawBuild,
  makeCode,
  revoke,
  showLanguages,
  showLanguageTexts,
  chooseKioskLanguages,
  newDevicePin,
  exportsList,
  importCarried,
  rounds,
  place,
  endHeld,
  kindBook,
  proposeKindChange,
  decideKindChange,
  paperBlocks,
  printPaper,
  showLetters,
  enterLetterKey,
  letterPack,
  enterAnswers,
  showVisit,
];
