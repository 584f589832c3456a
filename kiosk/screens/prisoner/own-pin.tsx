import { useState } from 'preact/hooks';
import { pinLength, weaknessOf } from '../../../shared/prisoner/pin.ts';
import { useLive } from '../../app/live.ts';
import type { Purpose } from '../../app/places.ts';
import { session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { digitKeys, Keypad } from '../../components/keypad.tsx';
import { problemWords } from '../../i18n/problems.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import { choosePin, type FailureName, signOut } from '../../store/index.ts';
import { PinDots } from './pin-dots.tsx';
import { enter } from './use-sign-in.ts';

type Fault = 'weak' | 'differs' | FailureName;

function faultWords(fault: Fault, say: Say, sentence: (name: FailureName) => string): string {
  if (fault === 'weak' || fault === 'pin-weak') return say('signIn.ownWeak');
  return fault === 'differs' ? say('signIn.ownDiffers') : sentence(fault);
}

/** One PIN typed twice: which of the two it is, what was wrong with the last, and what comes of it. */
function useOwnPin(purpose: Purpose, number: string) {
  const { newcomer } = useLive(session);
  const here = useHere();
  const [first, setFirst] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const startAgain = (why: Fault) => {
    setFirst(null);
    setFault(why);
  };
  const send = async (chosen: string) => {
    if (newcomer === null) return;
    setBusy(true);
    const answer = await choosePin(newcomer, chosen).catch(() => null);
    if (!here.current) {
      void signOut();
      return;
    }
    setBusy(false);
    if (answer?.ok) enter(answer.value, purpose);
    else startAgain(answer?.problem ?? 'unexpected');
  };
  const take = (pin: string) => {
    setFault(null);
    if (first === null) {
      if (weaknessOf(pin, number)) setFault('weak');
      else setFirst(pin);
    } else if (first === pin) void send(pin);
    else startAgain('differs');
  };
  return { again: first !== null, fault, busy, take };
}

/** The first sign-in with a slip: he chooses a PIN that nobody else has seen. */
export function OwnPin({ purpose, number }: { purpose: Purpose; number: string }) {
  const { language, say } = useWords();
  const [pin, setPin] = useState('');
  const { again, fault, busy, take } = useOwnPin(purpose, number);
  const submit = () => {
    setPin('');
    take(pin);
  };
  return (
    <section class="k-signin">
      <div class="k-signin__ask">
        <h1 class="k-title">{say(again ? 'signIn.ownAgain' : 'signIn.ownTitle')}</h1>
        <p class="k-lead">
          {busy ? say('signIn.checking') : say(again ? 'signIn.ownAgainLead' : 'signIn.ownLead')}
        </p>
        <PinDots filled={busy ? pinLength : pin.length} of={pinLength} />
        <p class="k-problem" role="alert">
          {fault ? faultWords(fault, say, name => problemWords(name, language)) : null}
        </p>
      </div>
      <Keypad
        keys={digitKeys}
        masked
        enterLabel={say('signIn.ok')}
        canEnter={pin.length === pinLength && !busy}
        onKey={key => setPin(pin => (pin + key).slice(0, pinLength))}
        onErase={() => setPin(pin => pin.slice(0, -1))}
        onEnter={submit}
      />
    </section>
  );
}
