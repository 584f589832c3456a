import { useEffect, useState } from 'preact/hooks';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { useValue } from '../../app/use-value.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { clockTime, dayOf, longDay, moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { confirmTime, readTime, serverNow, time } from '../../store/time.ts';

const confirmers: readonly string[] = [
  'officer-in-charge',
  'deputy',
  'commissioner',
  'visiting-justice',
  'administrator',
];

type TimeState = NonNullable<ReturnType<typeof time.get>>;

/** The server's clock, running. */
function Clock() {
  const [now, setNow] = useState(() => serverNow().toString());
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow().toString()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="p-clock">
      <p class="p-clock__time">{clockTime(now)}</p>
      <p>{longDay(dayOf(now))}</p>
    </div>
  );
}

/** What makes the time doubtful, who has confirmed it already, and the button for one of the two. */
function Doubt({ me, state }: { readonly me: Me; readonly state: TimeState }) {
  const act = useAct();
  const mine = state.confirmedBy.includes(me.name);
  return (
    <section class="p-card" data-kind="today">
      <h2 class="p-card__figure">{t('time.unconfirmed')}</h2>
      <p>{state.reason ? t(`time.reason-${state.reason}`) : t('time.reason-unknown')}</p>
      <p>{t('time.what-to-do')}</p>
      <dl class="p-facts">
        <dt>{t('time.latest')}</dt>
        <dd>{moment(state.latestSeen)}</dd>
        <dt>{t('time.confirmed-by')}</dt>
        <dd>{state.confirmedBy.length > 0 ? state.confirmedBy.join(', ') : t('time.nobody')}</dd>
      </dl>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {mine ? <p>{t('time.second-needed')}</p> : null}
      {confirmers.includes(me.role) && !mine ? (
        <div class="c-buttons">
          <Button kind="primary" icon="check" busy={act.busy} onClick={() => void act.run(confirmTime)}>
            {t('time.confirm')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** Whether the server's time is believed; two people confirm it when it jumped. */
export function TimeScreen({ me }: { readonly me: Me }) {
  const load = useLoad('time', readTime);
  const latest = useValue(time);
  useEvery(60, () => void load.reload());
  return (
    <Page title={t('nav.time')} narrow>
      <Loaded load={load}>
        {read => {
          const state = latest ?? read;
          return (
            <div class="p-form">
              <Clock />
              {state.confirmed ? (
                <Notice kind="good" icon="circle-check">
                  {t('time.good')}
                </Notice>
              ) : (
                <Doubt me={me} state={state} />
              )}
              <p class="p-field__hint">{t('time.why')}</p>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
