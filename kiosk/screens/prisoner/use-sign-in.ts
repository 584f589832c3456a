import { useEffect, useState } from 'preact/hooks';
import { isWaiting } from '../../../shared/prisoner/classes.ts';
import { kindOfPin } from '../../../shared/prisoner/pin.ts';
import { replace, restart } from '../../app/navigator.ts';
import { isTelling, type Place, type Purpose, type RecordPage } from '../../app/places.ts';
import { changeSession, type Who } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { type FailureName, type OfflinePerson, signIn, signOut } from '../../store/index.ts';
import { beginDraft } from '../submission/use-draft.ts';

/** His page; of who serves no term that can be counted, what is meant for him in place of dates and a stage. */
function startOf(who: Who, purpose: 'submissions' | RecordPage): Place {
  if (purpose === 'submissions') return { at: 'submissions' };
  const waits = who !== 'nameless' && who.kind === 'person' && isWaiting(who.class);
  return waits && purpose !== 'earnings' ? { at: 'own' } : { at: 'record', page: purpose };
}

/** Where somebody goes who is signed in, checked or not. */
export function enter(who: Who, purpose: Purpose): void {
  if (isTelling(purpose)) {
    changeSession({ newcomer: null });
    restart({ at: 'question', step: beginDraft(who, purpose) });
  } else if (who !== 'nameless' && who.kind === 'offline') {
    // Own submissions come from the server only: there is nothing to stay signed in for.
    void signOut();
    restart({ at: 'hindered', by: 'server-away' });
  } else {
    changeSession({ who, newcomer: null });
    restart(startOf(who, purpose));
  }
}

/** Counts down from `seconds`, a second at a time. */
function useCountdown(): readonly [left: number, begin: (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/**
 * One try after the other. An answer that comes after its screen is gone signs straight out again: whoever stands
 * there by then is somebody else.
 */
export function useSignIn(purpose: Purpose, number: string) {
  const { language } = useWords();
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<FailureName | null>(null);
  const [unchecked, setUnchecked] = useState<OfflinePerson | null>(null);
  const [waiting, wait] = useCountdown();
  const here = useHere();

  const attempt = async (pin: string) => {
    setChecking(true);
    setProblem(null);
    const answer = await signIn(number, pin).catch(() => null);
    if (!here.current) {
      void signOut();
      return;
    }
    setChecking(false);
    if (answer === null) {
      setProblem('unexpected');
    } else if (answer.ok === false && answer.problem === 'pin-change-needed') {
      changeSession({ newcomer: answer.person });
      replace({ at: 'own-pin', purpose, number, kind: kindOfPin(pin) });
    } else if (answer.ok === false) {
      setProblem(answer.problem);
      setUnchecked(answer.problem === 'sign-in-wrong' ? null : answer.person);
      wait(answer.problem === 'slow-down' ? (answer.retryAfter ?? 5) : 0);
    } else {
      enter(answer.person, purpose);
    }
  };

  return {
    checking,
    waiting,
    refusal: problem === null || problem === 'slow-down' ? null : problemWords(problem, language),
    attempt: (pin: string) => void attempt(pin),
    /** A complaint waits neither for a PIN's slowing down nor for a server in trouble: it goes as with none. */
    goOnUnchecked: isTelling(purpose) && unchecked ? () => enter(unchecked, purpose) : null,
  };
}
