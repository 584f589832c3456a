import { useState } from 'preact/hooks';
import { type Section, sections } from '../../../shared/offer/kinds.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

interface HoldProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Somebody is held where he cannot come to a kiosk: from that day on it is brought to him. */
export function HoldDialog({ onDone, onCancel }: HoldProps) {
  const [number, setNumber] = useState('');
  const [section, setSection] = useState<Section>('punishment-cells');
  const [fromOn, setFromOn] = useState<string | null>(todayInPrison());
  const [tried, setTried] = useState(false);
  const act = useAct();
  const send = () => {
    setTried(true);
    if (number.trim() === '' || fromOn === null) return;
    void act
      .run(async () => {
        await call('POST /api/placements', { body: { number: number.trim(), section, fromOn } });
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={t('rounds.hold-title')} onCancel={onCancel}>
      <p class="p-field__hint">{t('rounds.hold-note')}</p>
      <TextField
        label={t('prisoners.number')}
        error={tried && number.trim() === '' ? t('common.needed') : null}
        max={30}
        value={number}
        onType={setNumber}
      />
      <Select
        label={t('rounds.place')}
        value={section}
        choices={sections.map(one => [one, t(`rounds.section-${one}`)] as const)}
        onChoose={chosen => setSection(sections.find(one => one === chosen) ?? section)}
      />
      <DateField
        label={t('rounds.since')}
        error={tried && fromOn === null ? t('common.needed') : null}
        value={fromOn}
        onChange={setFromOn}
      />
      <DialogEnd act={act} action={t('rounds.hold')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
