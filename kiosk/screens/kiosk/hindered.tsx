import type { Hindrance } from '../../app/places.ts';
import { leave } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { type Say, useWords } from '../../i18n/words.ts';

interface Told {
  readonly kind: 'welcome' | 'error';
  readonly picture: string;
  readonly title: string;
  readonly lead: string;
}

function toldOf(by: Hindrance, say: Say): Told {
  switch (by) {
    case 'not-set-up':
      return {
        kind: 'welcome',
        picture: 'tile-complaint',
        title: say('failure.notSetUp'),
        lead: say('failure.notSetUpLead'),
      };
    case 'revoked':
      return {
        kind: 'error',
        picture: 'tile-complaint',
        title: say('failure.revoked'),
        lead: say('failure.revokedOfficer'),
      };
    case 'database-closed':
      return {
        kind: 'error',
        picture: 'state-kept',
        title: say('failure.database'),
        lead: say('failure.databaseOfficer'),
      };
    case 'storage-full':
      return {
        kind: 'error',
        picture: 'state-kept',
        title: say('failure.storageFull'),
        lead: say('failure.storageFullOfficer'),
      };
    case 'too-old':
      return {
        kind: 'error',
        picture: 'tile-mine',
        title: say('failure.version'),
        lead: say('failure.versionOfficer'),
      };
    case 'server-away':
      return {
        kind: 'error',
        picture: 'tile-mine',
        title: say('failure.signInNeedsServer'),
        lead: say('failure.signInNeedsServerLead'),
      };
  }
}

/** Something cannot be done here now: one sentence, a picture, and what to do or to tell an officer. */
export function Hindered({ by }: { by: Hindrance }) {
  const { say } = useWords();
  return (
    <State {...toldOf(by, say)}>
      <Button
        kind="primary"
        large
        icon="book-open"
        label={say('failure.read')}
        onTap={() => leave(null, { at: 'contents' })}
      />
    </State>
  );
}
