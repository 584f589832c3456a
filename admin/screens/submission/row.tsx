import { addressOfPlace } from '../../app/place.ts';
import { Icon, Picture } from '../../components/icon.tsx';
import { matterPicture } from '../../components/pictures.ts';
import { shortDay } from '../../i18n/days.ts';
import { dueKind, dueWords, holderWords, isOpen, matterWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { caseKey, caseNameOf } from '../../store/case-name.ts';
import { type CaseRow, lastCase } from '../../store/submission.ts';

/** The facts about a case that are not its state, each in a few words. */
export function Flags({ row }: { readonly row: CaseRow }) {
  return (
    <>
      {row.aboutOfficer ? (
        <span class="c-badge c-badge--danger">
          <Icon name="shield-alert" />
          {t('flag.about-officer')}
        </span>
      ) : null}
      {row.reopened > 0 ? (
        <span class="c-badge c-badge--warm">
          <Icon name="undo-2" />
          {t('flag.reopened', { count: row.reopened })}
        </span>
      ) : null}
      {row.risen ? (
        <span class="c-badge c-badge--warm">
          <Icon name="clock" />
          {t('flag.risen', { office: t(`kinds.ladder.${row.risen}`) })}
        </span>
      ) : null}
      {row.replyPending ? (
        <span class="c-badge c-badge--accent">
          <Icon name="hourglass" />
          {t('flag.reply-pending')}
        </span>
      ) : null}
      {row.nameless ? (
        <span class="c-badge c-badge--sealed">
          <Icon name="eye-off" />
          {t('flag.nameless')}
        </span>
      ) : null}
      {row.hasText ? (
        <span class="c-badge c-badge--plain">
          <Icon name="message-square" />
          {t('flag.text')}
        </span>
      ) : null}
      {row.hasVoice ? (
        <span class="c-badge c-badge--plain">
          <Icon name="mic" />
          {t('flag.voice')}
        </span>
      ) : null}
      {row.many === 'others' ? (
        <span class="c-badge c-badge--plain">
          <Icon name="users-round" />
          {t('flag.others')}
        </span>
      ) : null}
    </>
  );
}

/** When it is due; of one that is answered or finished, what became of it. */
export function DueBadge({ row, today }: { readonly row: CaseRow; readonly today: string }) {
  if (!isOpen(row.state)) return <span class="c-badge c-badge--done">{t(`state.${row.state}`)}</span>;
  const kind = dueKind(row.dueOn, row.overdue, today);
  return (
    <span class={`c-badge c-badge--${kind}`}>
      {kind === 'overdue' ? <Icon name="clock-alert" /> : null}
      {dueWords(row.dueOn, row.overdue, today)}
    </span>
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly gone: boolean;
  readonly today: string;
}

/** One case in the list: one link. */
export function Row({ row, gone, today }: RowProps) {
  const name = caseNameOf(row);
  return (
    <a
      class="p-row"
      href={addressOfPlace({ page: 'case', ...name })}
      data-case={caseKey(name)}
      onClick={() => lastCase.set(name)}
    >
      <Picture name={matterPicture(row.kind, row.problem)} />
      <span class="p-row__title">{matterWords(row.kind, row.problem)}</span>
      <span class="p-row__text">
        {[
          t('list.number', { number: row.number }),
          row.prison?.name,
          row.wing ?? (row.nameless ? t('flag.no-place') : null),
          t('list.received', { day: shortDay(row.receivedOn, today) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span class="p-row__facts">
        <Flags row={row} />
      </span>
      <span class="p-row__who">{gone ? t('list.gone') : holderWords(row.owner, row.unit)}</span>
      <span class="p-row__due">
        <DueBadge row={row} today={today} />
      </span>
    </a>
  );
}
