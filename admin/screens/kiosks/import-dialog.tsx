import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { FileField } from '../../components/file-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { moment } from '../../i18n/days.ts';
import { t, wordsFor } from '../../i18n/words.ts';

type Imported = ReplyOf<'POST /api/kiosks/imports'>;

/** What became of each kind; what is nothing is left out, but for what is new. */
function linesOf(done: Imported): string[] {
  return [
    t('carry.new', { count: done.new }),
    ...(done.known > 0 ? [t('carry.known', { count: done.known })] : []),
    ...(done.nights > 0 ? [t('carry.nights', { count: done.nights })] : []),
    ...(done.conflicting > 0 ? [t('carry.conflicting', { count: done.conflicting })] : []),
    ...done.refused.map(({ problem, count }) =>
      t('carry.refused', { count, reason: wordsFor(`carry.reason-${problem}`) ?? problem }),
    ),
  ];
}

function Done({ done, onClose }: { readonly done: Imported; readonly onClose: () => void }) {
  return (
    <>
      <p>{t('carry.from', { kiosk: done.kiosk, at: moment(done.madeAt) })}</p>
      <ul class="p-carried">
        {linesOf(done).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {done.revoked ? (
        <Notice kind="attention" icon="shield-alert">
          {t('carry.revoked')}
        </Notice>
      ) : null}
      <p>{t('carry.after')}</p>
      <div class="c-buttons c-buttons--end">
        <Button kind="primary" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </>
  );
}

interface ImportFormProps {
  readonly onDone: (done: Imported) => void;
  readonly onClose: () => void;
}

function ImportForm({ onDone, onClose }: ImportFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const act = useAct();
  const bring = async () => {
    setTried(true);
    if (!file) return;
    await act.run(async () => {
      onDone(await call('POST /api/kiosks/imports', { body: { file: (await file.text()) || '-' } }));
    });
  };
  return (
    <form
      class="p-form"
      onSubmit={event => {
        event.preventDefault();
        void bring();
      }}
    >
      <p>{t('carry.lead')}</p>
      <FileField
        label={t('carry.file')}
        hint={t('carry.file-hint')}
        error={tried && !file ? t('common.needed') : null}
        accept=".sauti"
        onChoose={chosen => {
          setFile(chosen ?? null);
          act.clear();
        }}
      />
      <DialogEnd act={act} action={t('carry.bring')} onCancel={onClose} />
    </form>
  );
}

/** A kiosk's queue from a stick: the file, then what became of what was in it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [done, setDone] = useState<Imported | null>(null);
  return done ? (
    <Dialog key="done" toRead title={t('carry.done')} onCancel={onClose}>
      <Done done={done} onClose={onClose} />
    </Dialog>
  ) : (
    <Dialog key="file" title={t('carry.title')} onCancel={onClose}>
      <ImportForm onDone={setDone} onClose={onClose} />
    </Dialog>
  );
}
