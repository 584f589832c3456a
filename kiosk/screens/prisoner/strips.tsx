import { useState } from 'preact/hooks';
import type { SignedIn } from '../../../shared/prisoner/schema.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { changeSession, session } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { Strip } from '../../components/strip.tsx';
import { dayIn, sayRecentDay } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';
import { notMe, type Person } from '../../store/index.ts';

/** What a person is told right after signing in. It asks for no tap and stands in nobody's way. */
export function SessionStrips() {
  const { say } = useWords();
  const { who } = useLive(session);
  if (who === null || who === 'nameless') return null;
  if (who.kind === 'offline') return <Strip icon="wifi-off" text={say('signIn.offline')} />;
  return (
    <div class="k-lines">
      {who.reset ? <JustReset reset={who.reset} /> : null}
      {who.last ? <LastTime person={who} last={who.last} /> : null}
      <Claims person={who} />
    </div>
  );
}

/** Nobody gets a new PIN without being told, and until when what is older stays closed. */
function JustReset({ reset }: { reset: NonNullable<SignedIn['reset']> }) {
  const { say } = useWords();
  const zone = zoneOf(useKiosk().settings);
  const today = todayIn(zone);
  const day = sayRecentDay(say, dayIn(zone, reset.at), today);
  const until = sayRecentDay(say, dayIn(zone, reset.closedUntil), today);
  return <Strip icon="shield-check" text={say('session.reset', { day, until })} />;
}

type Last = NonNullable<SignedIn['last']>;

/** "You were last here on Tuesday, Wing B. Not you?" */
function LastTime({ person, last }: { person: Person; last: Last }) {
  const { say } = useWords();
  const zone = zoneOf(useKiosk().settings);
  const { notMe: said } = useLive(session);
  const [busy, setBusy] = useState(false);
  if (said) return <Strip icon="shield-check" text={say('session.notMeNoted')} />;
  const day = sayRecentDay(say, dayIn(zone, last.at), todayIn(zone));
  const object = async () => {
    setBusy(true);
    const answer = await notMe(person, last.id);
    if (session.get().who !== person) return;
    setBusy(false);
    if (answer.ok) changeSession({ notMe: true });
  };
  return (
    <Strip icon="history" text={say('session.lastTime', { day, wing: last.wing })}>
      <Button
        kind="secondary"
        icon="user-round-x"
        label={say('session.notMe')}
        busy={busy}
        onTap={() => void object()}
      />
    </Strip>
  );
}

/** One claim at a time: "was this you?" */
function Claims({ person }: { person: Person }) {
  const { say } = useWords();
  const zone = zoneOf(useKiosk().settings);
  const { answeredClaims } = useLive(session);
  const claim = person.claims.find(one => !answeredClaims.includes(one.id));
  if (!claim) return null;
  const day = sayRecentDay(say, dayIn(zone, claim.at), todayIn(zone));
  return (
    <Strip icon="circle-help" text={say('session.claim', { day })}>
      <Button
        kind="secondary"
        icon="circle-help"
        label={say('session.claimAnswer')}
        onTap={() => go({ at: 'claim', id: claim.id, made: claim.at })}
      />
    </Strip>
  );
}
