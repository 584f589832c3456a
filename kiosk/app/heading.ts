import { isPlea } from '../../shared/submission/kinds.ts';
import type { Say } from '../i18n/words.ts';
import { type Draft, type Step, stepsOf } from '../screens/submission/draft.ts';
import { isTelling, type Place, type Purpose } from './places.ts';

/** Where one is, in a word or two, for the bar; null on the first screen, which shows the product instead. */
export function headingOf(place: Place, say: Say, draft: Draft | null): string | null {
  switch (place.at) {
    case 'first':
      return null;
    case 'contents':
    case 'group':
    case 'prison-rules':
    case 'law':
    case 'law-part':
    case 'content':
      return say('contents.title');
    case 'who':
      return headingOfPurpose(place.purpose, say);
    case 'number':
    case 'pin':
    case 'own-pin':
      return say('signIn.place');
    case 'question':
    case 'kinds':
    case 'write':
    case 'speak':
    case 'leave':
      if (!draft?.kind || !isPlea(draft.kind)) return say('complaint.title');
      return say(draft.kind === 'court-case' ? 'kinds.court-case' : 'first.petition');
    case 'petition':
      return say('first.petition');
    case 'rank':
    case 'officer-wing':
    case 'officer-name':
      return say('complaint.aboutPlace');
    case 'receipt':
      return say('receipt.place');
    case 'letter':
    case 'letter-receipt':
    case 'letter-answer':
      return say('letter.title');
    case 'submissions':
    case 'submission':
    case 'code':
    case 'code-state':
    case 'claim':
    case 'claim-code':
      return say('submissions.title');
    case 'own':
    case 'meant':
      return say('meant.moreTitle');
    case 'record':
      return say(`record.${place.page}`);
    case 'notice':
      return say('record.release');
    case 'query':
      return say('query.place');
    case 'round':
    case 'offer-number':
    case 'offer':
    case 'offer-reason':
      return say('offer.place');
    case 'help':
      return say('help.title');
    case 'set-up':
      return say('setUp.title');
    case 'hindered':
      return say('failure.place');
  }
}

function headingOfPurpose(purpose: Purpose, say: Say): string {
  if (purpose === 'complaint') return say('complaint.title');
  if (isPlea(purpose)) return say('first.petition');
  if (isTelling(purpose)) return say('letter.title');
  return purpose === 'submissions' ? say('submissions.title') : say(`record.${purpose}`);
}

/** How far one has come with what one tells: the step and of how many; null elsewhere. */
export function progressOf(
  place: Place,
  draft: Draft | null,
): { readonly now: number; readonly all: number } | null {
  const step = place.at === 'question' ? place.step : stepOfAside[place.at];
  if (draft === null || step === undefined) return null;
  const steps = stepsOf(draft);
  return { now: steps.indexOf(step) + 1, all: steps.length };
}

/** Screens that belong to a question. */
const stepOfAside: Partial<Record<Place['at'], Step>> = { kinds: 'kind', write: 'more', speak: 'more' };
