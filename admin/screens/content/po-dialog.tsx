import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { type Language, nameOf } from '../../../shared/language/languages.ts';
import { call } from '../../api/client.ts';
import { saveFile } from '../../app/save-file.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { FileField } from '../../components/file-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { t, wordsFor } from '../../i18n/words.ts';

type Imported = ReplyOf<'POST /api/content/po/:language'>;

/** What became of a file: how many drafts came of it, and which pages did not. */
function Outcome({ found, titleOf }: { found: Imported; titleOf: (page: string) => string }) {
  const why = (fault: string) =>
    wordsFor(`content.po-${fault}`) ??
    wordsFor(`content.fault.${fault.slice(fault.indexOf(':') + 1)}`) ??
    t('content.fault.other', { fault });
  return (
    <Notice kind={found.left.length > 0 ? 'attention' : 'good'} icon="file-text">
      <p>
        {t('content.po-written', { count: found.written.length })}{' '}
        {t('content.po-unchanged', { count: found.unchanged })}
      </p>
      {found.left.length > 0 ? (
        <ul class="p-carried">
          {found.left.map(({ page, why: fault }) => (
            <li key={page}>
              <strong>{titleOf(page)}:</strong> {why(fault)}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

interface PoDialogProps {
  readonly language: Language;
  readonly mayWrite: boolean;
  readonly titleOf: (page: string) => string;
  readonly onClose: () => void;
}

/** All pages of a language as one file for a translator's own tools, and back: what comes back are drafts. */
export function PoDialog({ language, mayWrite, titleOf, onClose }: PoDialogProps) {
  const [found, setFound] = useState<Imported | null>(null);
  const act = useAct();
  const save = () =>
    void act.run(async () => {
      const { file } = await call('GET /api/content/po/:language', { params: { language } });
      saveFile([file], 'text/x-gettext-translation', `sauti-${language}.po`);
    });
  const take = (file: File | undefined) => {
    if (!file) return;
    void act.run(async () => {
      const body = { file: await file.text() };
      setFound(await call('POST /api/content/po/:language', { params: { language }, body }));
    });
  };
  return (
    <Dialog title={t('content.po-title', { language: nameOf(language) })} onCancel={onClose}>
      <p>{t('content.po-note')}</p>
      <div class="c-buttons">
        <Button kind="primary" icon="file-text" busy={act.busy} onClick={save}>
          {t('content.po-save')}
        </Button>
      </div>
      {mayWrite ? (
        <FileField
          label={t('content.po-file')}
          hint={t('content.po-file-hint')}
          accept=".po"
          onChoose={take}
        />
      ) : null}
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {found ? <Outcome found={found} titleOf={titleOf} /> : null}
      <div class="c-buttons c-buttons--end">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
