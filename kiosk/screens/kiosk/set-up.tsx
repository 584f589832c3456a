import { useState } from 'preact/hooks';
import { useKiosk } from '../../app/kiosk-state.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../i18n/words.ts';
import { Enrol } from './enrol.tsx';
import './kiosk.css';
import { KioskFacts } from './kiosk-facts.tsx';

/** For officers: how this machine is, and its enrolment. Nothing here belongs to a prisoner. */
export function SetUp() {
  const { say } = useWords();
  const { phase } = useKiosk();
  const [again, setAgain] = useState(false);
  const enrolling = again || phase === 'reading-only' || phase === 'revoked';
  if (enrolling) return <Enrol onDone={() => setAgain(false)} />;
  return (
    <section class="k-screen">
      <h1 class="k-title">{say('setUp.title')}</h1>
      <div class="k-screen__body">
        <KioskFacts />
      </div>
      <div class="k-actions">
        <Button kind="secondary" label={say('setUp.again')} onTap={() => setAgain(true)} />
      </div>
    </section>
  );
}
