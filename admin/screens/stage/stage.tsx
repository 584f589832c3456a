import { useState } from 'preact/hooks';
import type { SentenceLineRow } from '../../../shared/prisoner/register.ts';
import { stages } from '../../../shared/stage/stages.ts';
import type { StageView } from '../../../shared/stage/view.ts';
import { call } from '../../api/client.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { longDay, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { AsOfChoice, queryOf, useAsOf } from '../prisoner/as-of.tsx';
import { RecordFrame } from '../prisoner/record-frame.tsx';
import { valueWords } from '../rulebook/rule-words.ts';
import { Lines } from '../sentence/lines.tsx';
import { ReverseDialog } from '../sentence/reverse-dialog.tsx';
import { lineWords } from '../sentence/sentence-words.ts';
import { StageDialog } from './stage-dialog.tsx';

type Open = 'nothing' | 'add' | SentenceLineRow;

/** One stage record: where he stands, what is set for him, every line that was ever entered. */
export function StageScreen({ id }: { readonly id: string }) {
  const [open, setOpen] = useState<Open>('nothing');
  const asOf = useAsOf();
  const load = useLoad(`${id} ${asOf.on}`, signal =>
    call('GET /api/prisoners/:id/stage', { params: { id }, query: queryOf(asOf), signal }),
  );
  const shut = () => {
    setOpen('nothing');
    void load.reload();
  };
  const page = load.value;
  const add = page?.mayWrite ? (
    <Button kind="primary" icon="plus" onClick={() => setOpen('add')}>
      {t('stage.add')}
    </Button>
  ) : null;
  return (
    <>
      <RecordFrame
        id={id}
        tab="stage"
        load={load}
        tools={add}
        filter={<AsOfChoice {...asOf} />}
        next={({ mayWrite, view }) => (mayWrite && view.stage === null ? t('stage.next-step') : null)}
        side={({ view }) => (
          <>
            <NextCard view={view} />
            <LostCard view={view} />
          </>
        )}
      >
        {({ view, lines, mayWrite }) => (
          <>
            <Ladder view={view} />
            <Lines lines={lines} onReverse={mayWrite ? setOpen : null} />
          </>
        )}
      </RecordFrame>
      {open === 'add' ? <StageDialog id={id} onDone={shut} onCancel={shut} /> : null}
      {typeof open === 'object' ? (
        <ReverseDialog
          id={id}
          noun="stage"
          entry={open.id}
          words={lineWords(open)}
          onDone={shut}
          onCancel={shut}
        />
      ) : null}
    </>
  );
}

const codeOf = ({ name, amount, per }: NonNullable<StageView['ladder'][number]['privileges']>[number]) =>
  amount === null || per === null ? name : `${name}:${amount}:${per}`;

/** The five stages with what each brings by the rulebook; his own is marked. */
function Ladder({ view }: { readonly view: StageView }) {
  const own = view.stage ? stages.indexOf(view.stage) : -1;
  return (
    <section class="p-stack">
      <h2 class="p-title">
        {view.stage && view.since
          ? t('stage.since', { stage: t(`stage.name.${view.stage}`), day: longDay(view.since) })
          : t('stage.none')}
      </h2>
      <ol class="p-ladder">
        {view.ladder.map(({ stage, privileges, confirmed }, at) => (
          <li key={stage} class="p-ladder__rung" data-own={at === own ? '' : undefined}>
            <strong>{t(`stage.name.${stage}`)}</strong>
            <span>{privileges ? valueWords('privileges', privileges.map(codeOf)) : t('rule.not-known')}</span>
            {privileges && !confirmed ? (
              <span class="c-badge c-badge--plain">{t('rule.not-confirmed')}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function NextCard({ view: { next, review } }: { readonly view: StageView }) {
  return (
    <section class="p-card">
      <h2 class="p-card__title">{t('stage.next')}</h2>
      <dl class="p-facts">
        <dt>{t('stage.next-stage')}</dt>
        <dd>{next ? t(`stage.name.${next.stage}`) : '–'}</dd>
        <dt>{t('stage.next-from')}</dt>
        <dd>{next?.from ? shortDay(next.from) : t('rule.not-known')}</dd>
        <dt>{t('stage.review')}</dt>
        <dd>{review ? shortDay(review) : t('stage.review-none')}</dd>
      </dl>
      {next?.from && !next.confirmed ? <p class="p-field__hint">{t('stage.next-unsure')}</p> : null}
    </section>
  );
}

function LostCard({ view: { lost } }: { readonly view: StageView }) {
  const now = lost.filter(({ over }) => !over);
  return (
    <section class="p-card">
      <h2 class="p-card__title">{t('stage.lost')}</h2>
      {now.length === 0 ? <p>{t('stage.lost-none')}</p> : null}
      <ul class="p-shown">
        {now.map(({ id, what, from, to, order }) => (
          <li key={id}>
            <strong>{t(`privilege.${what}`)}</strong>
            <span class="p-cell__note">
              {t('stage.span', { from: shortDay(from), to: to ? shortDay(to) : t('stage.no-end') })} · {order}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
