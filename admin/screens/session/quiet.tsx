import { Page } from '../../app/page.tsx';
import { State } from '../../components/state.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';

/** The first page of a role for which nothing waits yet: what it can do here today, and nothing more. */
export function Quiet({ me }: { readonly me: Me }) {
  return (
    <Page title={t('quiet.title')} narrow>
      <State kind="welcome" picture="say-nothing" title={t('quiet.nothing')}>
        <p>{t('quiet.today', { role: t(`role.${me.role}`) })}</p>
        <div class="c-buttons">
          <a class="c-button c-button--primary" href="/admin/law">
            <span class="c-button__label">{t('quiet.law')}</span>
          </a>
        </div>
      </State>
    </Page>
  );
}
