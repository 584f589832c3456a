import { useKiosk } from '../../app/kiosk-state.ts';
import { go, replace } from '../../app/navigator.ts';
import { isTelling, type Place, type Purpose, type RecordPage, type Telling } from '../../app/places.ts';
import { State } from '../../components/state.tsx';
import { Strip } from '../../components/strip.tsx';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { Hindered } from '../kiosk/hindered.tsx';
import { hindranceOf } from '../kiosk/hindrance.ts';
import { beginDraft } from '../submission/use-draft.ts';

/** With number and PIN, or without: asked before anything else, so that nobody answers questions for nothing. */
export function WhoScreen({ purpose }: { purpose: Purpose }) {
  const { say } = useWords();
  const kiosk = useKiosk();
  if (kiosk.phase === 'starting')
    return (
      <State kind="slow" picture="mark" title={say('failure.starting')} lead={say('failure.startingLead')} />
    );
  // It may have come to be known, or to fail, since the tile was touched.
  const hindrance = hindranceOf(kiosk, purpose);
  const reads = !isTelling(purpose) && purpose !== 'submissions';
  // The law can be read whatever the machine is short of.
  if (hindrance && !reads) return <Hindered by={hindrance} />;
  const away = kiosk.online === false;
  return (
    <div class="k-strips">
      {away ? <Away purpose={purpose} /> : null}
      {isTelling(purpose) ? <WhoTells purpose={purpose} /> : null}
      {purpose === 'submissions' ? <HowToLook /> : null}
      {isTelling(purpose) || purpose === 'submissions' ? null : <OwnOrLaw purpose={purpose} />}
    </div>
  );
}

function Away({ purpose }: { purpose: Purpose }) {
  const { say } = useWords();
  const text = isTelling(purpose) ? say('signIn.offline') : say('failure.signInNeedsServer');
  return <Strip icon="wifi-off" text={text} />;
}

/** Until the first settings came nobody knows how a prison number looks here. */
function useNoNumbers(): boolean {
  return useKiosk().settings === null;
}

function WhoTells({ purpose }: { purpose: Telling }) {
  const { say } = useWords();
  const noNumbers = useNoNumbers();
  const { letters } = useKiosk();
  const nameless = () => {
    replace({ at: 'question', step: beginDraft('nameless', purpose) });
  };
  return (
    <section class="k-question">
      <h1 class="k-question__title">
        {say(purpose === 'complaint' ? 'who.complaintTitle' : 'letter.whoTitle')}
      </h1>
      <Choices>
        <Tile
          picture="sign-in-card"
          label={say('who.number')}
          note={say('who.numberNote')}
          disabled={noNumbers}
          onTap={() => go({ at: 'number', purpose })}
        />
        <Tile
          picture="nameless"
          label={say('who.nameless')}
          note={say('who.namelessNote')}
          onTap={nameless}
        />
        {purpose === 'complaint' && letters ? (
          <Tile
            picture="page-letter"
            label={say('letter.tile')}
            note={say('letter.tileNote')}
            onTap={() => go({ at: 'letter' })}
          />
        ) : null}
      </Choices>
    </section>
  );
}

/** What the law says of it, which needs no name. */
const pagesOfLaw: Readonly<Record<RecordPage, { readonly place: Place; readonly picture: string }>> = {
  release: { place: { at: 'group', group: 'release' }, picture: 'page-scale' },
  stage: { place: { at: 'content', page: 'stages-and-privileges' }, picture: 'page-scale' },
  earnings: { place: { at: 'content', page: 'earnings-and-grades' }, picture: 'page-scale' },
};

/** His own record, or the pages about it. */
function OwnOrLaw({ purpose }: { purpose: RecordPage }) {
  const { say } = useWords();
  const noNumbers = useNoNumbers();
  const { place, picture } = pagesOfLaw[purpose];
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('record.how')}</h1>
      <Choices>
        <Tile
          picture="sign-in-card"
          label={say(`record.own.${purpose}`)}
          note={say(purpose === 'release' ? 'record.ownReleaseNote' : 'record.ownNote')}
          disabled={noNumbers}
          onTap={() => go({ at: 'number', purpose })}
        />
        <Tile
          picture={picture}
          label={say('record.law')}
          note={say('record.lawNote')}
          onTap={() => go(place)}
        />
      </Choices>
    </section>
  );
}

function HowToLook() {
  const { say } = useWords();
  const noNumbers = useNoNumbers();
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('who.submissionsTitle')}</h1>
      <Choices>
        <Tile
          picture="sign-in-card"
          label={say('who.numberLook')}
          note={say('who.numberLookNote')}
          disabled={noNumbers}
          onTap={() => go({ at: 'number', purpose: 'submissions' })}
        />
        <Tile
          picture="state-received"
          label={say('who.code')}
          note={say('who.codeNote')}
          onTap={() => go({ at: 'code' })}
        />
      </Choices>
    </section>
  );
}
