import { useState } from 'preact/hooks';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { backTo, go } from '../../app/navigator.ts';
import type { Place } from '../../app/places.ts';
import { changeSession, session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { Choices, Tile } from '../../components/tile.tsx';
import { dayIn, sayRecentDay } from '../../i18n/days.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { answerClaim, type FailureName } from '../../store/index.ts';

/** Marks a claim as answered, so that the list does not ask again. */
export function noteAnswered(id: string): void {
  changeSession({ answeredClaims: [...session.get().answeredClaims, id] });
}

/** "Was this you?" Nothing of the content is shown: only its writer has the code that *yes* needs. */
export function Claim({ id, made }: { id: string; made: string }) {
  const { language, say } = useWords();
  const zone = zoneOf(useKiosk().settings);
  const { who, answeredClaims } = useLive(session);
  const here = useHere();
  const [outcome, setOutcome] = useState<'asking' | 'busy' | 'noted' | FailureName>('asking');
  if (who === null || who === 'nameless' || who.kind !== 'person') return null;
  const deny = async () => {
    if (outcome === 'busy') return;
    setOutcome('busy');
    const answer = await answerClaim(who, id, { mine: false });
    if (!here.current) return;
    if (answer.ok) noteAnswered(id);
    setOutcome(answer.ok ? 'noted' : answer.problem);
  };
  if (outcome === 'noted' || answeredClaims.includes(id))
    return <Thanks lead={say('session.claimNotMine')} />;
  const day = sayRecentDay(say, dayIn(zone, made), todayIn(zone));
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('session.claimTitle')}</h1>
      <p class="k-question__hint">
        {outcome === 'asking' || outcome === 'busy'
          ? say('session.claimLead', { day })
          : problemWords(outcome, language)}
      </p>
      <Choices>
        <Tile
          picture="sign-in-card"
          label={say('session.claimYes')}
          onTap={() => go({ at: 'claim-code', id })}
        />
        <Tile picture="nameless" label={say('session.claimNo')} onTap={() => void deny()} />
      </Choices>
    </section>
  );
}

function isBeforeClaim(place: Place): boolean {
  return place.at !== 'claim' && place.at !== 'claim-code';
}

/** The end of a claim, either way. */
export function Thanks({ lead }: { lead: string }) {
  const { say } = useWords();
  return (
    <State kind="empty" picture="state-settled" title={lead}>
      <Button kind="primary" large label={say('frame.back')} onTap={() => backTo(isBeforeClaim)} />
    </State>
  );
}
