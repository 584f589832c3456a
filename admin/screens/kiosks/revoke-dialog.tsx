import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Confirm } from '../../components/confirm.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import type { Kiosk } from './kiosks.tsx';

interface RevokeProps {
  readonly kiosk: Kiosk;
  /** Its wing would be without a kiosk. */
  readonly isOnlyOne: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Revoking is at once and for good; what the kiosk still holds is taken in all the same. */
export function RevokeDialog({ kiosk, isOnlyOne, onDone, onCancel }: RevokeProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const revoke = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const done = await act.run(async () => {
      await call('POST /api/kiosks/:id/revoke', {
        params: { id: kiosk.id },
        body: { reason: reason.trim() },
      });
    });
    if (!done) return;
    say({ kind: 'done', words: t('kiosk.revoked-done', { name: kiosk.name }) });
    onDone();
  };
  return (
    <Confirm
      danger
      title={t('kiosk.revoke-title', { name: kiosk.name })}
      action={t('kiosk.revoke')}
      act={act}
      onConfirm={() => void revoke()}
      onCancel={onCancel}
    >
      {isOnlyOne ? (
        <Notice kind="danger" icon="circle-alert">
          {t('kiosk.revoke-only-one', { wing: kiosk.wing })}
        </Notice>
      ) : null}
      <p>{t('kiosk.revoke-note')}</p>
      {kiosk.waiting ? (
        <p>
          <strong>{t('kiosk.revoke-waiting', { count: kiosk.waiting })}</strong>
        </p>
      ) : null}
      <TextField
        label={t('kiosk.revoke-reason')}
        hint={t('kiosk.revoke-reason-hint')}
        error={tried && reason.trim() === '' ? t('common.needed') : null}
        max={300}
        value={reason}
        onType={setReason}
      />
    </Confirm>
  );
}
