import { useState } from 'preact/hooks';
import { isLanguage } from '../../../shared/language/languages.ts';
import type { LanguageRow } from '../../../shared/language/schema.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Option } from '../../components/field.tsx';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';

interface ChooseDialogProps {
  readonly rows: readonly LanguageRow[];
  readonly onClose: (changed: boolean) => void;
}

/** Which languages the prison wants on its kiosks; the two that always stay are not asked for. */
export function ChooseDialog({ rows, onClose }: ChooseDialogProps) {
  const asked = rows.filter(({ always, standing }) => !always && standing !== null);
  const [chosen, setChosen] = useState(() => asked.filter(row => row.chosen).map(({ code }) => code));
  const act = useAct();
  const choose = async () => {
    const done = await act.run(async () => {
      await call('POST /api/languages/choice', { body: { languages: chosen.filter(isLanguage) } });
    });
    if (!done) return;
    say({ kind: 'done', words: t('languages.chosen') });
    onClose(true);
  };
  return (
    <Dialog title={t('languages.choose')} onCancel={() => onClose(false)}>
      <p>{t('languages.choose-note')}</p>
      <div class="p-languages__options">
        {asked.map(({ code, name }) => (
          <Option
            key={code}
            type="checkbox"
            name={code}
            label={name}
            note={languageWords(code)}
            checked={chosen.includes(code)}
            onPick={checked => setChosen(checked ? [...chosen, code] : chosen.filter(each => each !== code))}
          />
        ))}
      </div>
      <DialogEnd
        act={act}
        action={t('languages.choose-do')}
        onConfirm={() => void choose()}
        onCancel={() => onClose(false)}
      />
    </Dialog>
  );
}
