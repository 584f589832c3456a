import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { t } from '../../i18n/words.ts';
import type { FirstPassword } from './staff.tsx';

interface FirstPasswordProps {
  readonly first: FirstPassword;
  readonly onClose: () => void;
}

/** A first password, shown this once: it is kept nowhere, and its holder must change it at once. */
export function FirstPasswordDialog({ first, onClose }: FirstPasswordProps) {
  return (
    <Dialog toRead title={t('staff.password-title', { name: first.name })} onCancel={null}>
      <div class="p-code-page p-form">
        <dl class="p-facts">
          <dt>{t('staff.username')}</dt>
          <dd>{first.username}</dd>
        </dl>
        <p class="p-code-page__code p-code-page__code--password">{first.password}</p>
        <p>{t('staff.password-once')}</p>
        <div class="c-buttons c-buttons--end">
          <Button icon="printer" onClick={() => print()}>
            {t('case.print')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('staff.password-kept')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
