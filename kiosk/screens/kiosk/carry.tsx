import { useEffect, useState } from 'preact/hooks';
import { devicePinLength } from '../../../shared/kiosk/device-pin.ts';
import { Button } from '../../components/button.tsx';
import { type Say, useWords } from '../../i18n/words.ts';
import { type ExportResult, exportQueue } from '../../store/index.ts';
import { PinDots } from '../prisoner/pin-dots.tsx';
import { PinPad } from '../prisoner/pin-pad.tsx';

/** Long enough for the slowest stick to have asked for all of it, in milliseconds. */
const keptMs = 60_000;

type Saved = Extract<ExportResult, { ok: true }>;
type Refused = Extract<ExportResult, { ok: false }>;

/**
 * Hands a text to the browser as a file. Where it goes, or whether it goes anywhere, the machine's policies say:
 * to the stick if the machine was started with it, nowhere otherwise.
 */
function download({ name, text }: Saved): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}

function sayRefused(refused: Refused, say: Say): string {
  switch (refused.problem) {
    case 'pin-wrong':
      return say('setUp.pinWrong');
    case 'pin-none':
      return say('setUp.pinNone');
    case 'pin-wait':
      return say('setUp.pinWait', { count: refused.retryAfter });
    case 'nothing-waits':
      return say('setUp.nothingWaits');
    default:
      return say('setUp.saveFailed');
  }
}

/** The device PIN, then the sealed queue as one file. */
export function Carry({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  useEffect(() => {
    if (saved) download(saved);
  }, [saved]);
  const submit = async () => {
    setBusy(true);
    setRefused(null);
    setPin('');
    const result = await exportQueue(pin);
    setBusy(false);
    if (result.ok) setSaved(result);
    else setRefused(result);
  };
  if (saved) return <SavedScreen saved={saved} onClose={onClose} />;
  return (
    <section class="k-signin">
      <div class="k-signin__ask">
        <h1 class="k-title">{say('setUp.pinTitle')}</h1>
        <p class="k-lead">{busy ? say('setUp.saving') : say('setUp.pinLead')}</p>
        <PinDots kind="digits" filled={busy ? devicePinLength : pin.length} />
        <p class="k-problem" role="alert">
          {refused ? sayRefused(refused, say) : null}
        </p>
        <div class="k-actions">
          <Button kind="secondary" label={say('setUp.close')} onTap={onClose} />
        </div>
      </div>
      <PinPad
        kind="digits"
        pin={pin}
        enterLabel={say('setUp.pinSave')}
        canEnter={!busy}
        onPin={setPin}
        onEnter={() => void submit()}
      />
    </section>
  );
}

function SavedScreen({ saved, onClose }: { saved: Saved; onClose: () => void }) {
  const { say } = useWords();
  return (
    <section class="k-screen">
      <h1 class="k-title">{say('setUp.savedTitle')}</h1>
      <div class="k-screen__body k-saved">
        <p>
          <strong>{say('setUp.savedCount', { count: saved.count })}</strong>
        </p>
        {saved.nights > 0 ? <p>{say('setUp.savedNights', { count: saved.nights })}</p> : null}
        <p class="k-saved__name">{say('setUp.savedFile', { name: saved.name })}</p>
        <p>{say('setUp.savedStick')}</p>
        <p>{say('setUp.savedHere')}</p>
      </div>
      <div class="k-actions">
        <Button kind="primary" label={say('setUp.close')} onTap={onClose} />
      </div>
    </section>
  );
}
