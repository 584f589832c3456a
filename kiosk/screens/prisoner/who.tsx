import { useKiosk } from '../../app/kiosk-state.ts';
import { go, replace } from '../../app/navigator.ts';
import type { Place, Purpose, RecordPage } from '../../app/places.ts';
import { openDraft } from '../../app/session.ts';
import { State } from '../../components/state.tsx';
import { Strip } from '../../components/strip.tsx';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { Hindered } from '../kiosk/hindered.tsx';
import { hindranceOf } from '../kiosk/hindrance.ts';

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
  const reads = purpose !== 'complaint' && purpose !== 'submissions';
  // The law can be read whatever the machine is short of.
  if (hindrance && !reads) return <Hindered by={hindrance} />;
  const away = kiosk.online === false;
  return (
    <div class="k-strips">
      {away ? <Away purpose={purpose} /> : null}
      {purpose === 'complaint' ? <WhoComplains /> : null}
      {purpose === 'submissions' ? <HowToLook /> : null}
      {purpose === 'complaint' || purpose === 'submissions' ? null : <OwnOrLaw purpose={purpose} />}
    </div>
  );
}

function Away({ purpose }: { purpose: Purpose }) {
  const { say } = useWords();
  const text = purpose === 'complaint' ? say('signIn.offline') : say('failure.signInNeedsServer');
  return <Strip icon="wifi-off" text={text} />;
}

/** Until the first settings came nobody knows how a prison number looks here. */
function useNoNumbers(): boolean {
  return useKiosk().settings === null;
}

function WhoComplains() {
  const { say } = useWords();
  const noNumbers = useNoNumbers();
  const nameless = () => {
    openDraft('nameless');
    replace({ at: 'question', step: 'kind' });
  };
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('who.complaintTitle')}</h1>
      <Choices>
        <Tile
          picture="sign-in-card"
          label={say('who.number')}
          note={say('who.numberNote')}
          disabled={noNumbers}
          onTap={() => go({ at: 'number', purpose: 'complaint' })}
        />
        <Tile
          picture="nameless"
          label={say('who.nameless')}
          note={say('who.namelessNote')}
          onTap={nameless}
        />
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
          note={say('record.ownNote')}
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
