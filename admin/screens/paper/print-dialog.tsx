import { useState } from 'preact/hooks';
import type { PaperBlock } from '../../../shared/paper/schema.ts';
import { call } from '../../api/client.ts';
import { stripsASheet } from '../../app/sheets.tsx';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { languages, loadLanguage, t } from '../../i18n/words.ts';

const pages = [2, 5, 10, 25, 50] as const;

interface PrintProps {
  readonly onMade: (block: PaperBlock) => void;
  readonly onCancel: () => void;
}

/** How many: in whole pages, so that no half page is thrown away. */
export function PrintDialog({ onMade, onCancel }: PrintProps) {
  const [chosen, setChosen] = useState<number>(10);
  const act = useAct();
  const send = () =>
    void act.run(async () => {
      // Forms are in both languages: none is made that could not be shown whole.
      await Promise.all(languages.map(loadLanguage));
      onMade(await call('POST /api/paper', { body: { count: chosen * stripsASheet } }));
    });
  return (
    <Dialog title={t('paper.new')} onCancel={onCancel}>
      <p>{t('paper.once')}</p>
      <Select
        label={t('paper.how-many')}
        value={String(chosen)}
        choices={pages.map(
          count => [String(count), t('paper.pages', { pages: count, count: count * stripsASheet })] as const,
        )}
        onChoose={value => setChosen(Number(value))}
      />
      <DialogEnd act={act} action={t('paper.reserve')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
