import { useState } from 'preact/hooks';
import { pinLengths } from '../../../shared/prisoner/pin.ts';
import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import type { Purpose } from '../../app/places.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../i18n/words.ts';
import { PinDots } from './pin-dots.tsx';
import { PinKinds } from './pin-kinds.tsx';
import { PinPad } from './pin-pad.tsx';
import { pinWords } from './pin-words.ts';
import { useSignIn } from './use-sign-in.ts';

/**
 * The PIN, masked, on a smaller pad that lights nothing up. Whether it is made of digits or of pictures only its owner
 * says: the machine does not know it, and asking the server would tell it to anybody who types a number.
 */
export function PinEntry({ purpose, number }: { purpose: Purpose; number: string }) {
  const { say } = useWords();
  const [kind, setKind] = useState<PinKind>('digits');
  const [pin, setPin] = useState('');
  const { checking, refusal, waiting, attempt, goOnUnchecked } = useSignIn(purpose, number);
  const submit = () => {
    // The PIN leaves the screen's memory with the try, right or wrong.
    setPin('');
    attempt(pin);
  };
  const choose = (other: PinKind) => {
    setPin('');
    setKind(other);
  };
  return (
    <section class="k-signin">
      <div class="k-signin__ask">
        <h1 class="k-title">{say('signIn.pinTitle')}</h1>
        {goOnUnchecked && !checking ? null : (
          <p class="k-lead">{checking ? say('signIn.checking') : say(pinWords[kind].lead)}</p>
        )}
        <PinKinds kind={kind} onKind={choose} />
        <PinDots kind={kind} filled={checking ? pinLengths[kind] : pin.length} />
        <p class="k-problem" role="alert">
          {waiting > 0 ? say('signIn.wait', { count: waiting }) : refusal}
        </p>
        {goOnUnchecked ? (
          <>
            <p>{say('signIn.complainNowWhy')}</p>
            <div class="k-actions">
              <Button kind="secondary" label={say('signIn.complainNow')} onTap={goOnUnchecked} />
            </div>
          </>
        ) : null}
      </div>
      <PinPad kind={kind} pin={pin} canEnter={!checking && waiting === 0} onPin={setPin} onEnter={submit} />
    </section>
  );
}
