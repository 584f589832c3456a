import type { Digest } from '../../../shared/submission/digest-schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { State } from '../../components/state.tsx';
import { longDay, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { type Me, refreshSession } from '../../store/session.ts';
import { LateTable } from './late-table.tsx';
import './digest.css';

/** On paper: whose it is, of which day, and room for whoever read it. */
function PrintHead({ me, digest }: { readonly me: Me; readonly digest: Digest }) {
  return (
    <p class="p-print-only">
      {t('digest.printed', {
        place: me.prison?.name ?? t('app.headquarters'),
        day: longDay(digest.on, digest.on),
      })}
    </p>
  );
}

function PrintFoot() {
  return (
    <div class="p-print-only p-digest__sign">
      <span>{t('digest.sign')}</span>
      <span>{t('digest.sign-day')}</span>
    </div>
  );
}

/** He says that he has read it; until then it comes first at every sign-in. */
function ReadButton({ onRead }: { readonly onRead: () => void }) {
  const act = useAct();
  const read = async () => {
    const done = await act.run(async () => {
      await call('POST /api/digest/read');
      await refreshSession();
    });
    if (done) onRead();
  };
  return (
    <>
      {act.failure ? (
        <Notice kind="danger" icon="circle-alert">
          {failureWords(act.failure)}
        </Notice>
      ) : null}
      <Button kind="primary" icon="check" busy={act.busy} onClick={() => void read()}>
        {t('digest.read')}
      </Button>
    </>
  );
}

function Late({ digest, onRead }: { readonly digest: Digest; readonly onRead: () => void }) {
  const { late, rows, lastReadOn, on } = digest;
  const fresh = rows.filter(row => row.roseOn !== null && (lastReadOn === null || row.roseOn > lastReadOn));
  return (
    <>
      <p class="p-digest__sum">
        <strong>{t('digest.late', { count: late })}</strong>{' '}
        {fresh.length > 0 ? t('digest.rose', { count: fresh.length }) : t('digest.rose-none')}{' '}
        {lastReadOn === null ? '' : t('digest.last', { day: shortDay(lastReadOn, on) })}
      </p>
      <LateTable rows={rows} today={on} fresh={new Set(fresh)} linked={digest.read} />
      {rows.length < late ? (
        <p class="p-cell__note">{t('digest.more', { count: late - rows.length })}</p>
      ) : null}
      <div class="c-buttons p-no-print">
        {digest.read ? <p class="p-cell__note">{t('digest.read-today')}</p> : <ReadButton onRead={onRead} />}
      </div>
    </>
  );
}

/** What is late and how high it rose. It prints on one page, for the meeting of the week. */
export function DigestScreen({ me }: { readonly me: Me }) {
  const load = useLoad('digest', signal => call('GET /api/digest', { signal }));
  return (
    <Page
      title={t('nav.digest')}
      note={me.prison?.name}
      tools={
        <Button icon="printer" onClick={() => print()}>
          {t('digest.print')}
        </Button>
      }
    >
      <Loaded load={load}>
        {digest => (
          <section class="p-digest">
            <PrintHead me={me} digest={digest} />
            {digest.late === 0 ? (
              <State kind="empty" picture="state-settled" title={t('digest.none')}>
                <p>{t('digest.none-note')}</p>
              </State>
            ) : (
              <Late digest={digest} onRead={() => void load.reload()} />
            )}
            <PrintFoot />
          </section>
        )}
      </Loaded>
    </Page>
  );
}
