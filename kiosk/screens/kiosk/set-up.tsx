import { useState } from 'preact/hooks';
import { useKiosk } from '../../app/kiosk-state.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../i18n/words.ts';
import { Carry } from './carry.tsx';
import { Enrol } from './enrol.tsx';
import './kiosk.css';
import { KioskFacts } from './kiosk-facts.tsx';

/** For officers: how this machine is, its enrolment, and its queue for a stick. Nothing here belongs to a prisoner. */
export function SetUp() {
  const { say } = useWords();
  const { phase } = useKiosk();
  const [at, setAt] = useState<'facts' | 'enrol' | 'carry'>('facts');
  const close = () => setAt('facts');
  // A revoked machine still shows how it is: what it holds, sealed, is carried out before it is set up again.
  if (at === 'enrol' || phase === 'reading-only') return <Enrol onDone={close} />;
  if (at === 'carry') return <Carry onClose={close} />;
  return (
    <section class="k-screen">
      <h1 class="k-title">{say('setUp.title')}</h1>
      <div class="k-screen__body">
        <KioskFacts />
      </div>
      <div class="k-actions">
        <Button kind="secondary" label={say('setUp.again')} onTap={() => setAt('enrol')} />
        <Button kind="primary" label={say('setUp.save')} onTap={() => setAt('carry')} />
      </div>
    </section>
  );
}
