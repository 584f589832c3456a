import { outcomes } from '../../../shared/submission/reply.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useLive, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { State } from '../../components/state.tsx';
import { longDay, shortDay, todayInPrison } from '../../i18n/days.ts';
import { dueWords, holderWords, matterWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { caseNameOf } from '../../store/case-name.ts';
import type { Me } from '../../store/session.ts';
import { type Matter, type WingSheet, walkOf } from './wings.ts';
import './walk.css';

/** So many are walked at once; what is due later waits for another day. */
const mostCases = 100;

/** Room for a hand: what becomes of it, by which day, a few words. */
function Boxes() {
  return (
    <td class="p-walk__boxes">
      {outcomes.map(outcome => (
        <span key={outcome} class="p-walk__box">
          {t(`outcome.${outcome}`)}
        </span>
      ))}
    </td>
  );
}

/** One matter of a wing, with the number of each case that says it. */
function MatterRow({ matter, today }: { readonly matter: Matter; readonly today: string }) {
  const [first] = matter;
  return (
    <tr>
      <th scope="row">
        <span class="p-walk__numbers">
          {matter.map(row => (
            <a key={row.number} href={addressOfPlace({ page: 'case', ...caseNameOf(row) })}>
              {t('list.number', { number: row.number })}
            </a>
          ))}
        </span>
        <span class="p-cell__note">{dueWords(first.dueOn, first.overdue, today)}</span>
      </th>
      <td>
        {matterWords(first.kind, first.problem)}
        <span class="p-cell__note">
          {t('list.received', { day: shortDay(first.receivedOn, today) })} ·{' '}
          {holderWords(first.owner, first.unit)}
        </span>
      </td>
      <Boxes />
    </tr>
  );
}

function Sheet({ sheet, me, today }: { readonly sheet: WingSheet; readonly me: Me; readonly today: string }) {
  const title = sheet.wing ?? t('walk.no-wing');
  return (
    <section class="p-walk__sheet" aria-label={title}>
      <h2 class="p-walk__title">
        {title} <span class="p-list__count">{sheet.matters.flat().length}</span>
      </h2>
      <p class="p-print-only">
        {t('walk.printed', { place: me.prison?.name ?? '', day: longDay(today, today) })}
      </p>
      <table class="p-table">
        <thead>
          <tr>
            <th scope="col">{t('walk.case')}</th>
            <th scope="col">{t('walk.about')}</th>
            <th scope="col">{t('walk.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.matters.map(matter => (
            <MatterRow key={matter[0].number} matter={matter} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/**
 * What the officer in charge walks with: a page for each wing, with room for his hand. No name and no words of a prisoner stand on it,
 * since others see it; afterwards each answer is keyed in at its case.
 */
export function WalkScreen({ me }: { readonly me: Me }) {
  const load = useLoad('walk', signal =>
    call('GET /api/cases', { query: { list: 'open', limit: mostCases }, signal }),
  );
  useLive(() => void load.reload());
  const today = todayInPrison();
  return (
    <Page
      title={t('nav.walk')}
      note={longDay(today, today)}
      tools={
        <Button icon="printer" onClick={() => print()}>
          {t('digest.print')}
        </Button>
      }
    >
      <Loaded load={load}>
        {({ cases, next }) => {
          const { sheets, leftOut } = walkOf(cases);
          return (
            <div class="p-walk">
              <p class="p-lead p-no-print">{t('walk.lead')}</p>
              {leftOut > 0 ? (
                <div class="p-no-print">
                  <Notice kind="attention" icon="shield-alert">
                    {t('walk.left-out', { count: leftOut })}
                  </Notice>
                </div>
              ) : null}
              {sheets.length === 0 ? (
                <State kind="empty" picture="state-settled" title={t('walk.none')}>
                  <p>{t('walk.none-note')}</p>
                </State>
              ) : null}
              {sheets.map(sheet => (
                <Sheet key={sheet.wing ?? ''} sheet={sheet} me={me} today={today} />
              ))}
              {next === null ? null : <p class="p-cell__note">{t('walk.more', { count: mostCases })}</p>}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
