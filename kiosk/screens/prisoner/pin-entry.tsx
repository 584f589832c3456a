import { useState } from 'preact/hooks';
import type { Purpose } from '../../app/places.ts';
import { Button } from '../../components/button.tsx';
import { digitKeys, Keypad } from '../../components/keypad.tsx';
import { useWords } from '../../i18n/words.ts';
import { PinDots } from './pin-dots.tsx';
import { useSignIn } from './use-sign-in.ts';

const digits = 6;

/** The PIN, masked, on a smaller pad that lights nothing up. */
export function PinEntry({ purpose, number }: { purpose: Purpose; number: string }) {
  const { say } = useWords();
  const [pin, setPin] = useState('');
  const { checking, refusal, waiting, attempt, goOnUnchecked } = useSignIn(purpose, number);
  const submit = () => {
    // The PIN leaves the screen's memory with the try, right or wrong.
    setPin('');
    attempt(pin);
  };
  return (
    <section class="k-signin">
      <div class="k-signin__ask">
        <h1 class="k-title">{say('signIn.pinTitle')}</h1>
        <p class="k-lead">{checking ? say('signIn.checking') : say('signIn.pinLead')}</p>
        <PinDots filled={checking ? digits : pin.length} of={digits} />
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
      <Keypad
        keys={digitKeys}
        masked
        enterLabel={say('signIn.ok')}
        canEnter={pin.length === digits && !checking && waiting === 0}
        onKey={key => setPin(pin => (pin + key).slice(0, digits))}
        onErase={() => setPin(pin => pin.slice(0, -1))}
        onEnter={submit}
      />
    </section>
  );
}
