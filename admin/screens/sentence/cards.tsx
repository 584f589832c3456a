import type { SentencePage } from '../../../shared/prisoner/register.ts';
import type { SentenceView } from '../../../shared/sentence/view.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { longDay, moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

const badges = {
  checked: 'c-badge--accent',
  'not-checked': 'c-badge--today',
  'being-checked': 'c-badge--overdue',
  'not-entered': 'c-badge--plain',
} as const;

/** The two dates of rule 97's record, and beside them what the count comes to. */
export function DatesCard({ view }: { readonly view: SentenceView }) {
  const { recorded, computed, state, checkedOn } = view;
  const row = (label: string, kept: string | null, counted: string | null) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{kept ? longDay(kept) : '–'}</td>
      <td>{counted ? longDay(counted) : '–'}</td>
    </tr>
  );
  const counted = computed.ok ? computed : null;
  return (
    <section class="p-stack">
      <p class="p-case__facts">
        <span class={`c-badge ${badges[state]}`}>
          {t(`sentence.state.${state}`, { day: checkedOn ? shortDay(checkedOn) : '' })}
        </span>
        {view.long ? <span class="c-badge c-badge--plain">{t('sentence.long')}</span> : null}
        {view.convention.confirmed ? null : (
          <span class="c-badge c-badge--plain">{t('sentence.convention')}</span>
        )}
      </p>
      {counted || recorded ? (
        <table class="p-table p-dates">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('sentence.recorded')}</th>
              <th scope="col">{t('sentence.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {row(t('sentence.earliest'), recorded?.earliest ?? null, counted?.earliest ?? null)}
            {row(t('sentence.latest'), recorded?.latest ?? null, counted?.latest ?? null)}
          </tbody>
        </table>
      ) : null}
      {computed.ok ? null : <p>{t(`sentence.refusal.${computed.refusal}`)}</p>}
    </section>
  );
}

interface CheckProps {
  readonly id: string;
  readonly page: SentencePage;
  readonly onDone: () => void;
}

/** Rule 94: the office counts again, then the officer in charge or his deputy; the button is there when it can be. */
export function CheckCard({ id, page, onDone }: CheckProps) {
  const act = useAct();
  const { check, view, mayWrite } = page;
  const open = view.state === 'not-checked';
  const mine = open && (check ? check.maySecond : mayWrite);
  const send = () =>
    void act
      .run(async () => {
        await call('POST /api/prisoners/:id/sentence/check', { params: { id } });
      })
      .then(was => was && onDone());
  return (
    <section class="p-card">
      <h2 class="p-card__title">{t('sentence.check')}</h2>
      <p>
        {view.state === 'checked' && view.checkedOn
          ? t('sentence.check-done', { day: longDay(view.checkedOn) })
          : check && open
            ? t('sentence.check-first', { by: check.by, at: moment(check.at) })
            : t(view.state === 'being-checked' ? 'sentence.check-differs' : 'sentence.check-none')}
      </p>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {mine ? (
        <Button kind="primary" icon="check" busy={act.busy} onClick={send}>
          {t('sentence.check-do')}
        </Button>
      ) : null}
    </section>
  );
}

/** What he was shown, and when: the answer to "I was told another date". */
export function ShownCard({ page }: { readonly page: SentencePage }) {
  return (
    <section class="p-card">
      <h2 class="p-card__title">{t('sentence.shown')}</h2>
      {page.shown.length === 0 ? <p>{t('sentence.shown-never')}</p> : null}
      <ul class="p-shown">
        {page.shown.map(({ at, view }) => {
          const dates = view.recorded ?? (view.computed.ok ? view.computed : null);
          return (
            <li key={at}>
              <strong>{moment(at)}</strong>
              <span class="p-cell__note">
                {dates
                  ? t('sentence.shown-dates', {
                      earliest: shortDay(dates.earliest),
                      latest: shortDay(dates.latest),
                      state: t(`sentence.state.${view.state}`, {
                        day: view.checkedOn ? shortDay(view.checkedOn) : '',
                      }),
                    })
                  : t('sentence.shown-none')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
