import type { Handler } from '../http/operation.ts';
import { workDay } from './earnings/day.ts';
import { debit } from './earnings/debit.ts';
import { enterDay } from './earnings/enter-day.ts';
import { ownEarnings } from './earnings/own.ts';
import { earningsPage } from './earnings/page.ts';
import { reverseEarnings } from './earnings/reverse.ts';
import { importFile } from './imports/take.ts';
import { askPinReset } from './pins/ask-reset.ts';
import { decidePinReset } from './pins/decide-reset.ts';
import { pins } from './pins/list.ts';
import { printPins } from './pins/print.ts';
import { pinWatch } from './pins/watch.ts';
import { choosePin } from './prisoners/choose-pin.ts';
import { prisonerEvent } from './prisoners-admin/add-event.ts';
import { arrivals } from './prisoners-admin/arrivals.ts';
import { departures } from './prisoners-admin/departures.ts';
import { prisonerEvents } from './prisoners-admin/events.ts';
import { prisoners } from './prisoners-admin/list.ts';
import { arrival } from './prisoners-admin/take-arrival.ts';
import { workList } from './prisoners-admin/work-list.ts';
import { confirmValue } from './rulebook/confirm.ts';
import { decide } from './rulebook/decide.ts';
import { proposeChange } from './rulebook/propose.ts';
import { rulebook } from './rulebook/show.ts';
import { addLine } from './sentence/add.ts';
import { noticeAnswered } from './sentence/answer-notice.ts';
import { checkDates } from './sentence/check.ts';
import { openOwnSentence } from './sentence/open-own.ts';
import { sentencePage } from './sentence/page.ts';
import { reverseLine } from './sentence/reverse.ts';
import { addStage } from './stage/add.ts';
import { ownStage } from './stage/own.ts';
import { stagePage } from './stage/page.ts';
import { reverseStage } from './stage/reverse.ts';

/** The rulebook and the prisoners' records, in the panel and at the kiosk; one file each. */
export const recordSideHandlers: readonly Handler[] = [
  rulebook,
  proposeChange,
  decide,
  confirmValue,
  prisoners,
  prisonerEvents,
  prisonerEvent,
  arrivals,
  arrival,
  departures,
  workList,
  choosePin,
  pins,
  printPins,
  askPinReset,
  decidePinReset,
  pinWatch,
  sentencePage,
  addLine,
  reverseLine,
  checkDates,
  openOwnSentence,
  noticeAnswered,
  ownEarnings,
  earningsPage,
  debit,
  reverseEarnings,
  workDay,
  enterDay,
  importFile,
  ownStage,
  stagePage,
  addStage,
  reverseStage,
];
