import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import { kioskState } from './kiosk-state.ts';
import type { Kiosk } from './kiosks.tsx';

interface TryDialogProps {
  readonly build: { readonly id: string };
  readonly name: string;
  readonly kiosks: readonly Kiosk[];
  readonly onClose: (changed: boolean) => void;
}

/** On which kiosk a new version is tried: one that is on comes first. */
export function TryDialog({ build, name, kiosks, onClose }: TryDialogProps) {
  const able = kiosks
    .filter(kiosk => kiosk.revokedAt === null)
    .toSorted((a, b) => Number(kioskState(a) !== 'on') - Number(kioskState(b) !== 'on'));
  const [chosen, setChosen] = useState(able[0]?.id ?? '');
  const act = useAct();
  const kiosk = able.find(({ id }) => id === chosen);
  const start = async () => {
    if (!kiosk) return;
    const done = await act.run(async () => {
      await call('POST /api/kiosks/releases/one', { body: { build: build.id, kiosk: kiosk.id } });
    });
    if (!done) return;
    say({ kind: 'done', words: t('release.one-done', { build: name, name: kiosk.name }) });
    onClose(true);
  };
  return (
    <Dialog title={t('release.one-title', { build: name })} onCancel={() => onClose(false)}>
      <form
        class="p-form"
        onSubmit={event => {
          event.preventDefault();
          void start();
        }}
      >
        <p>{t('release.one-note')}</p>
        {able.length === 0 ? (
          <p>{t('kiosk.none')}</p>
        ) : (
          <Select
            label={t('release.on-kiosk')}
            value={chosen}
            choices={able.map(
              one => [one.id, `${one.wing}, ${one.name} (${t(`kiosk.state-${kioskState(one)}`)})`] as const,
            )}
            onChoose={id => setChosen(id ?? '')}
          />
        )}
        <DialogEnd act={act} action={t('release.one')} onCancel={() => onClose(false)} />
      </form>
    </Dialog>
  );
}
