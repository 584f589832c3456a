import { useState } from 'preact/hooks';
import type { UnitKey } from '../../../shared/submission/kinds.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { t } from '../../i18n/words.ts';
import { type CaseRow, refreshList } from '../../store/submission.ts';
import { say } from '../../store/toast.ts';
import { NoteToUnit, Units } from './route-form.tsx';
import { TogetherDialog, type TogetherProps } from './together-dialog.tsx';

/** The unit that all of them usually go to; null if they differ. */
function usualOf(rows: readonly CaseRow[]): UnitKey | null {
  const [unit = null, ...more] = new Set(rows.map(({ usualUnit }) => usualUnit));
  return more.length === 0 ? unit : null;
}

/** Gives all that are chosen to one unit, without names. */
export function TogetherRoute({ rows, onCancel, onDone }: TogetherProps) {
  const [unit, setUnit] = useState(usualOf(rows));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();

  const send = async () => {
    setTried(true);
    if (unit === null) return;
    const cases = rows.map(({ number, version }) => ({ number, version }));
    const done = await act.run(async () => {
      await call('POST /api/cases/routes', { body: { cases, unit, note: note.trim() || null } });
    });
    await refreshList(true);
    if (!done) return;
    say({ kind: 'done', words: t('route.done', { unit: t(`unit.${unit}`) }) });
    onDone();
  };

  return (
    <TogetherDialog
      title={t('together.route', { count: rows.length })}
      note={t('together.route-note')}
      act={act}
      sendWords={t('route.send')}
      sendIcon="forward"
      onSend={() => void send()}
      onCancel={onCancel}
    >
      <Units chosen={unit} usual={usualOf(rows)} error={tried && unit === null} onPick={setUnit} />
      <NoteToUnit note={note} onType={setNote} />
    </TogetherDialog>
  );
}
