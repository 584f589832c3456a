import { useState } from 'preact/hooks';
import { pinLengths, weaknessOf } from '../../../shared/prisoner/pin.ts';
import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import { useLive } from '../../app/live.ts';
import type { Purpose } from '../../app/places.ts';
import { session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { type Say, useWords } from '../../i18n/words.ts';
import { choosePin, type FailureName, signOut } from '../../store/index.ts';
import { PinDots } from './pin-dots.tsx';
import { PinPad } from './pin-pad.tsx';
import { pinWords } from './pin-words.ts';
import { enter } from './use-sign-in.ts';

type Fault = 'weak' | 'differs' | FailureName;

function faultWords(fault: Fault, kind: PinKind, say: Say, sentence: (name: FailureName) => string): string {
  if (fault === 'weak' || fault === 'pin-weak') return say(pinWords[kind].weak);
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

interface OwnPinProps {
  readonly purpose: Purpose;
  readonly number: string;
  /** What the slip's PIN was made of. */
  readonly kind: PinKind;
}

/** The first sign-in with a slip: he chooses a PIN that nobody else has seen, in what his slip was printed in. */
export function OwnPin({ purpose, number, kind }: OwnPinProps) {
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
          {busy ? say('signIn.checking') : say(again ? 'signIn.ownAgainLead' : pinWords[kind].ownLead)}
        </p>
        <PinDots kind={kind} filled={busy ? pinLengths[kind] : pin.length} />
        <p class="k-problem" role="alert">
          {fault ? faultWords(fault, kind, say, name => problemWords(name, language)) : null}
        </p>
      </div>
      <PinPad kind={kind} pin={pin} canEnter={!busy} onPin={setPin} onEnter={submit} />
    </section>
  );
}
