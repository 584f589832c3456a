import { dayOf, longDay, moment } from '../../i18n/days.ts';
import { dueKind, dueWords, holderWords, isOpen } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import type { CasePage } from '../../store/submission.ts';

const clockKind = { overdue: 'late', today: 'today', soon: undefined, later: undefined } as const;

/** When an answer is due. Nothing an officer does stops this clock. */
export function ClockCard({ page, today }: { readonly page: CasePage; readonly today: string }) {
  const open = isOpen(page.state);
  const kind = open ? clockKind[dueKind(page.dueOn, page.overdue, today)] : undefined;
  return (
    <section class="p-card" data-kind={kind}>
      <h3 class="p-card__title">{t('card.clock')}</h3>
      <p class="p-card__figure">
        {open ? dueWords(page.dueOn, page.overdue, today) : t(`state.${page.state}`)}
      </p>
      <dl class="p-facts">
        <dt>{t('card.received')}</dt>
        <dd>{page.receivedAt ? moment(page.receivedAt) : longDay(page.receivedOn, today)}</dd>
        <dt>{t('card.due')}</dt>
        <dd>{longDay(page.dueOn, today)}</dd>
      </dl>
      {open ? <p class="p-card__note">{t('card.clock-note')}</p> : null}
    </section>
  );
}

/** Since when it is in this state: the last event that moved it. */
function since(page: CasePage, today: string): string | null {
  const moved = page.history.findLast(event => event.to !== null && event.from !== event.to);
  if (!moved) return null;
  return longDay(moved.at.length === 10 ? moved.at : dayOf(moved.at), today);
}

/** Who has it and what that means. */
export function HolderCard({ page, today }: { readonly page: CasePage; readonly today: string }) {
  const day = since(page, today);
  return (
    <section class="p-card">
      <h3 class="p-card__title">{t('card.holder')}</h3>
      <p class="p-card__figure">{holderWords(page.owner, page.unit)}</p>
      <p class="p-card__note">
        {t(`state-long.${page.state}`)}
        {day ? ` ${t('card.since', { day })}` : null}
      </p>
    </section>
  );
}

function namelessWords(page: CasePage): string {
  return page.nameless || page.identity === 'nameless' ? t('card.nameless-note') : t('card.hidden-note');
}

/** Who wrote it, where the reader may know; else why he does not. */
export function PersonCard({ me, page }: { readonly me: Me; readonly page: CasePage }) {
  const { prisoner } = page;
  if (!prisoner)
    return (
      <section class="p-card">
        <h3 class="p-card__title">{t('card.person')}</h3>
        <p class="p-card__figure">{t(page.nameless ? 'flag.nameless' : 'card.hidden')}</p>
        <p class="p-card__note">{namelessWords(page)}</p>
      </section>
    );
  return (
    <section class="p-card">
      <h3 class="p-card__title">{t('card.person')}</h3>
      <p class="p-card__figure">{prisoner.name}</p>
      <dl class="p-facts">
        <dt>{t('card.number')}</dt>
        <dd class="p-number">{prisoner.number}</dd>
        <dt>{t('card.wing')}</dt>
        <dd>{prisoner.wing}</dd>
      </dl>
      {me.role === 'unit-officer' ? <p class="p-card__note">{t('card.person-needed')}</p> : null}
    </section>
  );
}

/** The officers who were recorded as named, and what follows from it. */
export function NamedCard({ page }: { readonly page: CasePage }) {
  if (page.named.length === 0) return null;
  return (
    <section class="p-card">
      <h3 class="p-card__title">{t('card.named')}</h3>
      <ul class="p-named">
        {page.named.map(({ id, name }) => (
          <li key={id ?? name}>{name}</li>
        ))}
      </ul>
      <p class="p-card__note">{t('card.named-note')}</p>
    </section>
  );
}
