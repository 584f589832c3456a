import { ladderOffices } from '../../../shared/submission/kind-rules.ts';
import { kindPicture } from '../../../shared/submission/kinds.ts';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { matterPicture } from '../../components/pictures.ts';
import { moment } from '../../i18n/days.ts';
import { problemWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { questionWords } from './kind-words.ts';
import type { KindRow } from './kinds.tsx';

interface CardProps {
  readonly row: KindRow;
  readonly onChange: () => void;
}

/** One kind: what a prisoner sees, who answers, and the way up when nobody does. */
export function KindCard({ row, onChange }: CardProps) {
  const { kind, rules, version } = row;
  return (
    <article class="p-card p-kind" data-hidden={rules.offered ? undefined : ''}>
      <header class="p-kind__head">
        <Picture name={kindPicture(kind)} />
        <div>
          <h2 class="p-kind__name">{t(`kind.${kind}`)}</h2>
          <p class="p-cell__note">
            {version === 0 ? t('kinds.version-first') : t('kinds.version', { count: version })}
            {rules.offered ? null : ` · ${t('kinds.hidden')}`}
          </p>
        </div>
        {row.mayChange ? (
          <Button kind="quiet" onClick={onChange}>
            {t('kinds.change')}
          </Button>
        ) : null}
      </header>
      {row.missing.length > 0 ? (
        <Notice kind="danger" icon="shield-alert">
          {t('kinds.missing', { who: row.missing.map(reader => t(`kinds.reader.${reader}`)).join(', ') })}
        </Notice>
      ) : null}
      <ul class="p-kind__pictures" aria-label={t('kinds.asks')}>
        {rules.problems.map(problem => (
          <li key={problem}>
            <Picture name={matterPicture(kind, problem)} />
            <span>{problemWords(kind, problem)}</span>
          </li>
        ))}
      </ul>
      <dl class="p-facts">
        <dt>{t('kinds.asks-more')}</dt>
        <dd>{questionWords(rules)}</dd>
        <dt>{t('kinds.answers')}</dt>
        <dd>{t(`unit.${rules.unit}`)}</dd>
        <dt>{t('kinds.within')}</dt>
        <dd>
          {t(rules.days === null ? 'kinds.within-usual' : 'kinds.within-own', { count: row.answerDays })}
        </dd>
        <dt>{t('kinds.allowed')}</dt>
        <dd>
          {t(rules.words ? 'kinds.words' : 'kinds.no-words')} ·{' '}
          {t(rules.voice ? 'kinds.voice' : 'kinds.no-voice')} ·{' '}
          {t(rules.nameless ? 'kinds.nameless' : 'kinds.no-nameless')}
        </dd>
      </dl>
      <Rungs row={row} />
      <History row={row} />
    </article>
  );
}

function Rungs({ row: { rules } }: { readonly row: KindRow }) {
  return (
    <div>
      <h3 class="p-kind__small">{t('kinds.rises')}</h3>
      <ol class="p-rungs">
        {ladderOffices.map(office => (
          <li key={office} class="p-rungs__rung">
            <strong>{t(`kinds.ladder.${office}`)}</strong>
            <span>{t('kinds.rung', { count: rules.ladder[office] })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function History({ row: { history } }: { readonly row: KindRow }) {
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{t('kinds.history')}</summary>
      <ul class="p-kind__changes">
        {history.map(({ version, decidedAt, by, reason }) => (
          <li key={version}>
            {t('kinds.decided', { version, at: moment(decidedAt), by: by.join(', '), reason })}
          </li>
        ))}
      </ul>
    </details>
  );
}
