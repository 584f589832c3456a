import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Confirm } from '../../components/confirm.tsx';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import type { StaffRow } from './staff.tsx';

interface EndProps {
  readonly row: StaffRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Ending an account is at once; what its holder wrote stays under his name. */
export function EndDialog({ row, onDone, onCancel }: EndProps) {
  const act = useAct();
  const end = async () => {
    const done = await act.run(async () => {
      await call('POST /api/staff/:id/end', { params: { id: row.id } });
    });
    if (!done) return;
    say({ kind: 'done', words: t('staff.ended-done', { name: row.name }) });
    onDone();
  };
  return (
    <Confirm
      danger
      title={t('staff.end-title', { name: row.name })}
      action={t('staff.end')}
      act={act}
      onConfirm={() => void end()}
      onCancel={onCancel}
    >
      <p>{t('staff.end-note')}</p>
    </Confirm>
  );
}
