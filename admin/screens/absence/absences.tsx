import { useState } from 'preact/hooks';
import type { AbsenceRow, PrisonAbsences } from '../../../shared/staff/absence-schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { longDay, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { refreshSession } from '../../store/session.ts';
import { say } from '../../store/toast.ts';
import { AbsenceTable } from './absence-table.tsx';
import { EnterDialog } from './enter-dialog.tsx';
import './absence.css';

interface BackProps {
  readonly row: AbsenceRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The officer in charge is back; or, before the first day, the absence is called off. */
function Back({ row, onDone, onCancel }: BackProps) {
  const act = useAct();
  const now = row.state === 'now';
  const confirm = async () => {
    const done = await act.run(async () => {
      await call('POST /api/absences/:id/end', { params: { id: row.id } });
    });
    if (!done) return;
    say({ kind: 'done', words: t('absence.ended-done', { name: row.deputy }) });
    onDone();
  };
  return (
    <Confirm
      title={t(now ? 'absence.back-title' : 'absence.off-title')}
      action={t(now ? 'absence.back' : 'absence.off')}
      act={act}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <p>{t('absence.back-note', { name: row.deputy })}</p>
    </Confirm>
  );
}

/** In one sentence who heads the prison today. */
function Today({ of }: { readonly of: PrisonAbsences }) {
  const now = of.absences.find(({ state }) => state === 'now');
  return (
    <p class="p-lead">
      {now
        ? t('absence.today', { name: now.deputy, day: longDay(now.untilOn, of.today) })
        : t('absence.nobody')}
    </p>
  );
}

interface PrisonProps {
  readonly of: PrisonAbsences;
  /** Null: the reader may not enter anything. */
  readonly onEnter: (() => void) | null;
  readonly onEnd: ((row: AbsenceRow) => void) | null;
}

function OfPrison({ of, onEnter, onEnd }: PrisonProps) {
  return (
    <section class="p-absence" aria-label={of.prison.name}>
      <h2 class="p-absence__title">{of.prison.name}</h2>
      <Today of={of} />
      {onEnter ? (
        <Button kind="primary" icon="plus" onClick={onEnter}>
          {t('absence.enter')}
        </Button>
      ) : null}
      {of.absences.length === 0 ? (
        <State kind="empty" picture="state-settled" title={t('absence.none')}>
          <p>{t('absence.none-note')}</p>
        </State>
      ) : (
        <AbsenceTable rows={of.absences} day={day => shortDay(day, of.today)} onEnd={onEnd} />
      )}
    </section>
  );
}

/** Who stands in for the officer in charge (rule 141): with the days, all that was ever entered. */
export function Absences() {
  const load = useLoad('absences', signal => call('GET /api/absences', { signal }));
  const [entering, setEntering] = useState<PrisonAbsences | null>(null);
  const [ending, setEnding] = useState<AbsenceRow | null>(null);
  useEvery(60, () => void load.reload());
  const again = () => {
    setEntering(null);
    setEnding(null);
    void load.reload();
    void refreshSession();
  };
  return (
    <Page title={t('nav.absences')}>
      <p class="p-lead">{t('absence.lead')}</p>
      <Loaded load={load}>
        {({ prisons, mayEnter }) => (
          <>
            {prisons.map(of => (
              <OfPrison
                key={of.prison.id}
                of={of}
                onEnter={mayEnter ? () => setEntering(of) : null}
                onEnd={mayEnter ? setEnding : null}
              />
            ))}
          </>
        )}
      </Loaded>
      {entering ? <EnterDialog of={entering} onDone={again} onCancel={() => setEntering(null)} /> : null}
      {ending ? <Back row={ending} onDone={again} onCancel={() => setEnding(null)} /> : null}
    </Page>
  );
}
