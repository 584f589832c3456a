import { type KindVersion, kindNow } from '../../../shared/submission/kind-rules.ts';
import {
  firstKinds,
  furtherKinds,
  isPlea,
  type Kind,
  kindPicture,
  pleaKinds,
  requestKinds,
} from '../../../shared/submission/kinds.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import type { KindGroup } from '../../app/places.ts';
import { session } from '../../app/session.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { SessionStrips } from '../prisoner/strips.tsx';
import { withKind } from './draft.ts';
import { useDraft } from './use-draft.ts';

const groups: Readonly<Record<KindGroup, { readonly kinds: readonly Kind[]; readonly picture: string }>> = {
  further: { kinds: furtherKinds, picture: 'kinds-more' },
  requests: { kinds: requestKinds, picture: 'kinds-request' },
};

/** Of these, what this prison offers to whoever stands here. */
function useOffered(): (kinds: readonly Kind[]) => readonly KindVersion[] {
  const { settings } = useKiosk();
  const { who } = useLive(session);
  return kinds =>
    kinds
      .map(kind => kindNow(settings?.kinds, kind))
      .filter(({ rules }) => rules.offered && (rules.nameless || who !== 'nameless'));
}

function KindTiles({ offered }: { offered: readonly KindVersion[] }) {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers) return null;
  return offered.map(asked => (
    <Tile
      key={asked.kind}
      picture={kindPicture(asked.kind)}
      label={say(`kinds.${asked.kind}`)}
      onTap={() => answers.answer(withKind(answers.draft, asked))}
    />
  ));
}

/**
 * What most come with, one touch away, and two doors to the rest: never more than eight. The first question, so news
 * of the person stands here.
 */
export function KindQuestion() {
  const { say } = useWords();
  const offered = useOffered();
  const { draft } = useLive(session);
  const plea = draft?.kind != null && isPlea(draft.kind);
  // A letter to the justice tells what is wrong; it asks no officer for anything.
  const isLetter = draft?.letter != null;
  const behind: readonly KindGroup[] = plea ? [] : isLetter ? ['further'] : ['further', 'requests'];
  return (
    <div class="k-strips">
      <SessionStrips />
      <section class="k-question">
        <h1 class="k-question__title">{say('complaint.kind')}</h1>
        <Choices>
          <KindTiles offered={offered(plea ? pleaKinds : firstKinds)} />
          {behind
            .filter(of => offered(groups[of].kinds).length > 0)
            .map(of => (
              <Tile
                key={of}
                picture={groups[of].picture}
                label={say(`complaint.${of}`)}
                onTap={() => go({ at: 'kinds', of })}
              />
            ))}
        </Choices>
      </section>
    </div>
  );
}

/** The kinds behind one of its doors. */
export function KindsBehind({ of }: { of: KindGroup }) {
  const { say } = useWords();
  const offered = useOffered();
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say(`complaint.${of}Title`)}</h1>
      <Choices>
        <KindTiles offered={offered(groups[of].kinds)} />
      </Choices>
    </section>
  );
}
