import { useState } from 'preact/hooks';
import { phraseOf } from '../../../shared/letter/phrase.ts';
import type { LetterStanding, StickFile } from '../../../shared/letter/schema.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { FileField } from '../../components/file-field.tsx';
import { shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import { nameOf } from './use-readers.ts';

type Brought = Exclude<StickFile, { kind: 'sauti-letter-card' }>;

interface Seen {
  readonly file: Brought;
  /** The six words of the key that it is about; null for answers. */
  readonly phrase: string | null;
}

/** What a file from the reader is; null for any other. The server looks at signatures and form. */
async function readBrought(text: string): Promise<Seen | null> {
  try {
    const file = JSON.parse(text) as Brought;
    if (file.kind === 'sauti-letter-key')
      return { file, phrase: await phraseOf(file.statement.card.signing) };
    if (file.kind === 'sauti-letter-answers' && Array.isArray(file.sheet.answers))
      return { file, phrase: null };
  } catch {
    // Said by whoever asked: it is none of the reader's files.
  }
  return null;
}

/** What will happen when the file is entered. */
function meaningOf({ register }: LetterStanding, { file }: Seen): string {
  if (file.kind === 'sauti-letter-answers') {
    const { nextVisit } = file.sheet;
    return t('letter.answers', { day: nextVisit ? shortDay(nextVisit) : t('letter.unknown') });
  }
  const { action, card, by } = file.statement;
  if (action === 'enrol' && register.length === 0) return t('letter.enrol-first', { name: card.name });
  return t(`letter.${action}`, { name: card.name, by: nameOf(register, by) ?? t('letter.stranger') });
}

async function enter({ file }: Seen): Promise<void> {
  if (file.kind === 'sauti-letter-key') await call('POST /api/letters/keys', { body: file.statement });
  else await call('POST /api/letters/answers', { body: file.sheet });
  say({ kind: 'done', words: t('letter.entered') });
}

interface BringProps {
  readonly letters: LetterStanding;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A file that was made in the reader: what it is and the words to compare, then it is entered. */
export function BringDialog({ letters, onDone, onClose }: BringProps) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [error, setError] = useState<string | null>(null);
  const act = useAct();
  const choose = async (file: File | undefined) => {
    act.clear();
    const read = file ? await readBrought(await file.text()) : null;
    setSeen(read);
    setError(file && !read ? t('letter.not-file') : null);
  };
  const send = async () => {
    if (!seen) return setError(error ?? t('common.needed'));
    if (await act.run(() => enter(seen))) onDone();
  };
  return (
    <Dialog title={t('letter.bring')} onCancel={onClose}>
      <p>{t('letter.bring-lead')}</p>
      <FileField label={t('letter.file')} error={error} accept=".json" onChoose={file => void choose(file)} />
      {seen ? (
        <div class="p-stack" role="status">
          <p>{meaningOf(letters, seen)}</p>
          {seen.phrase === null ? null : <p class="p-letter__words">{seen.phrase}</p>}
        </div>
      ) : null}
      <DialogEnd act={act} action={t('letter.enter')} onCancel={onClose} onConfirm={() => void send()} />
    </Dialog>
  );
}
