import type { PageGroupId } from '../../shared/content/pages.ts';
import type { Phrase } from '../../shared/letter/kinds.ts';
import type { Section } from '../../shared/offer/kinds.ts';
import type { PinKind } from '../../shared/prisoner/pin-pictures.ts';
import { isPlea, type PleaKind } from '../../shared/submission/kinds.ts';
import type { Step } from '../screens/submission/draft.ts';

/** What somebody has for the visiting justice: words, or the wish to see him. */
export type LetterWish = 'letter' | 'see';
/** Kinds that stand behind a tile of the first question: further complaints, and what can be asked for. */
export type KindGroup = 'further' | 'requests';
/** What somebody signs in for. */
export type Purpose = Telling | 'submissions' | RecordPage;
/** What somebody comes to tell: a complaint or request, a letter, a petition. */
export type Telling = 'complaint' | LetterWish | PleaKind;

/** Whether somebody comes to tell something: that is taken with the server gone, and without a name. */
export function isTelling(purpose: Purpose): purpose is Telling {
  return purpose === 'complaint' || purpose === 'letter' || purpose === 'see' || isPlea(purpose);
}

/** The pages of somebody's own record. */
export type RecordPage = 'release' | 'stage' | 'earnings';

/** Why something cannot be done here now. */
export type Hindrance =
  | 'not-set-up'
  | 'revoked'
  | 'database-closed'
  | 'storage-full'
  | 'server-away'
  | 'too-old';

/** Every screen of the kiosk, with what it needs to know. Lives in memory only: no address, no history. */
export type Place =
  | { readonly at: 'first' }
  | { readonly at: 'contents' }
  | { readonly at: 'petition' }
  | { readonly at: 'group'; readonly group: PageGroupId }
  | { readonly at: 'content'; readonly page: string }
  | { readonly at: 'prison-rules' }
  | { readonly at: 'law' }
  | { readonly at: 'law-part'; readonly part: string }
  | { readonly at: 'who'; readonly purpose: Purpose }
  | { readonly at: 'number'; readonly purpose: Purpose }
  | { readonly at: 'pin'; readonly purpose: Purpose; readonly number: string }
  | {
      readonly at: 'own-pin';
      readonly purpose: Purpose;
      readonly number: string;
      readonly kind: PinKind;
    }
  | { readonly at: 'question'; readonly step: Step }
  /** More kinds than the first question has room for. */
  | { readonly at: 'kinds'; readonly of: KindGroup }
  | { readonly at: 'write' }
  | { readonly at: 'speak' }
  | { readonly at: 'rank' }
  | { readonly at: 'officer-wing' }
  | { readonly at: 'officer-name' }
  | { readonly at: 'leave' }
  | { readonly at: 'receipt' }
  | { readonly at: 'letter' }
  | { readonly at: 'letter-receipt' }
  | { readonly at: 'letter-answer'; readonly phrase: Phrase }
  | { readonly at: 'submissions' }
  | { readonly at: 'submission'; readonly id: string }
  | { readonly at: 'record'; readonly page: RecordPage }
  | { readonly at: 'own' }
  | { readonly at: 'meant' }
  | { readonly at: 'notice'; readonly id: string }
  | { readonly at: 'query' }
  | { readonly at: 'code' }
  | { readonly at: 'code-state' }
  | { readonly at: 'claim'; readonly id: string; readonly made: string }
  | { readonly at: 'claim-code'; readonly id: string }
  | { readonly at: 'round' }
  | { readonly at: 'offer-number'; readonly section: Section; readonly kept: boolean }
  | {
      readonly at: 'offer' | 'offer-reason';
      readonly id: string;
      readonly section: Section;
      readonly number: string;
    }
  | { readonly at: 'help' }
  | { readonly at: 'set-up' }
  | { readonly at: 'hindered'; readonly by: Hindrance };

/** The places where reading goes on without a person: they wait longer for the next touch. */
export const readingPlaces: ReadonlySet<Place['at']> = new Set([
  'contents',
  'group',
  'content',
  'prison-rules',
  'law',
  'law-part',
  'help',
  'set-up',
  'hindered',
]);
