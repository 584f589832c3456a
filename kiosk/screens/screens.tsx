import type { Place } from '../app/places.ts';
import { Content } from './content/content.tsx';
import { Contents } from './content/contents.tsx';
import { Group, Meant } from './content/group.tsx';
import { LawPart } from './content/law-part.tsx';
import { LawParts } from './content/law-parts.tsx';
import { Help } from './kiosk/help.tsx';
import { Hindered } from './kiosk/hindered.tsx';
import { SetUp } from './kiosk/set-up.tsx';
import { LetterAnswer } from './letter/letter-answer.tsx';
import { LetterReceipt } from './letter/letter-receipt.tsx';
import { LetterStart } from './letter/letter-start.tsx';
import { OfferNumber } from './offer/number.tsx';
import { Offer } from './offer/offer.tsx';
import { OfferReason } from './offer/reason.tsx';
import { OfferSection } from './offer/section.tsx';
import { Petition } from './petition/petition.tsx';
import { Claim } from './prisoner/claim.tsx';
import { ClaimCode } from './prisoner/claim-code.tsx';
import { NumberEntry } from './prisoner/number-entry.tsx';
import { OwnPin } from './prisoner/own-pin.tsx';
import { PinEntry } from './prisoner/pin-entry.tsx';
import { WhoScreen } from './prisoner/who.tsx';
import { OwnScreen } from './record/meant-for.tsx';
import { NoticeScreen } from './record/notice.tsx';
import { Query } from './record/query.tsx';
import { RecordScreen } from './record/record.tsx';
import { PrisonRules } from './rulebook/prison-rules.tsx';
import { CodeEntry } from './submission/code-entry.tsx';
import { CodeResult } from './submission/code-result.tsx';
import { KindsBehind } from './submission/kind-question.tsx';
import { LeaveUnsent } from './submission/leave-unsent.tsx';
import { OfficerName } from './submission/officer-name.tsx';
import { OfficerRank } from './submission/officer-rank.tsx';
import { OfficerWing } from './submission/officer-wing.tsx';
import { Question } from './submission/question.tsx';
import { Receipt } from './submission/receipt.tsx';
import { Speak } from './submission/speak.tsx';
import { SubmissionPage } from './submission/submission.tsx';
import { Submissions } from './submission/submissions.tsx';
import { Write } from './submission/write.tsx';

/** Reading aloud comes with the screens: a file of its own would tear the first script apart. */
export * as speech from '../speech/speech.ts';

/**
 * Every screen but the first. While a complaint is read back, its receipt is drawn ahead, out of sight and without a
 * code: what is kept is shown as soon as it is kept (docs/decisions/0035).
 */
export function Screens({ place }: { place: Place }) {
  const isReadBack = place.at === 'question' && place.step === 'read-back';
  return (
    <>
      <Current place={place} />
      {isReadBack || place.at === 'receipt' ? <Receipt key="receipt" isAhead={isReadBack} /> : null}
    </>
  );
}

function Current({ place }: { place: Place }) {
  switch (place.at) {
    case 'first':
    case 'receipt':
      return null;
    case 'contents':
      return <Contents />;
    case 'group':
      return <Group key={place.group} group={place.group} />;
    case 'petition':
      return <Petition />;
    case 'content':
      return <Content key={place.page} page={place.page} />;
    case 'prison-rules':
      return <PrisonRules />;
    case 'law':
      return <LawParts />;
    case 'law-part':
      return <LawPart key={place.part} part={place.part} />;
    case 'who':
      return <WhoScreen purpose={place.purpose} />;
    case 'number':
      return <NumberEntry purpose={place.purpose} />;
    case 'pin':
      return <PinEntry purpose={place.purpose} number={place.number} />;
    case 'own-pin':
      return <OwnPin purpose={place.purpose} number={place.number} kind={place.kind} />;
    case 'question':
      return <Question key={place.step} step={place.step} />;
    case 'kinds':
      return <KindsBehind key={place.of} of={place.of} />;
    case 'write':
      return <Write />;
    case 'speak':
      return <Speak />;
    case 'rank':
      return <OfficerRank />;
    case 'officer-wing':
      return <OfficerWing />;
    case 'officer-name':
      return <OfficerName />;
    case 'leave':
      return <LeaveUnsent />;
    case 'letter':
      return <LetterStart />;
    case 'letter-receipt':
      return <LetterReceipt />;
    case 'letter-answer':
      return <LetterAnswer phrase={place.phrase} />;
    case 'submissions':
      return <Submissions />;
    case 'submission':
      return <SubmissionPage key={place.id} id={place.id} />;
    case 'code':
      return <CodeEntry />;
    case 'code-state':
      return <CodeResult />;
    case 'claim':
      return <Claim id={place.id} made={place.made} />;
    case 'claim-code':
      return <ClaimCode id={place.id} />;
    case 'record':
      return <RecordScreen key={place.page} page={place.page} />;
    case 'own':
      return <OwnScreen />;
    case 'meant':
      return <Meant />;
    case 'notice':
      return <NoticeScreen key={place.id} id={place.id} />;
    case 'query':
      return <Query />;
    case 'round':
      return <OfferSection />;
    case 'offer-number':
      return <OfferNumber section={place.section} kept={place.kept} />;
    case 'offer':
      return <Offer id={place.id} section={place.section} number={place.number} />;
    case 'offer-reason':
      return <OfferReason id={place.id} section={place.section} number={place.number} />;
    case 'help':
      return <Help />;
    case 'set-up':
      return <SetUp />;
    case 'hindered':
      return <Hindered by={place.by} />;
  }
}
