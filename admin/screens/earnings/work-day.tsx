import { useState } from 'preact/hooks';
import { type Grade, grades } from '../../../shared/earnings/kinds.ts';
import type { WorkSheet } from '../../../shared/earnings/schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useAct } from '../../app/use-act.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Table } from '../../components/table.tsx';
import { addDays, longDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { say } from '../../store/toast.ts';

type Marks = ReadonlyMap<string, Grade | null>;

/** Rule 90: the daily record of work, a wing and a day at a time, at the rates of that day. */
export function WorkDay({ me }: { readonly me: Me }) {
  const today = todayInPrison();
  const [day, setDay] = useState(today);
  const [wing, setWing] = useState(me.wings[0]?.id ?? '');
  const load = useLoad(`${day} ${wing}`, signal =>
    call('GET /api/earnings/day', { query: { day, wing }, signal }),
  );
  return (
    <Page title={t('nav.work')} note={t('work.note')}>
      <div class="p-filters">
        <Button kind="quiet" icon="chevron-left" onClick={() => setDay(addDays(day, -1))}>
          {t('work.before')}
        </Button>
        <strong>{longDay(day)}</strong>
        {day < today ? (
          <Button kind="quiet" icon="chevron-right" onClick={() => setDay(addDays(day, 1))}>
            {t('work.after')}
          </Button>
        ) : null}
        <select
          class="p-input p-input--short"
          aria-label={t('staff.wing')}
          value={wing}
          onChange={event => setWing(event.currentTarget.value)}
        >
          {me.wings.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Loaded load={load}>
        {sheet => <Sheet key={`${day} ${wing}`} sheet={sheet} onDone={() => void load.reload()} />}
      </Loaded>
    </Page>
  );
}

interface SheetProps {
  readonly sheet: WorkSheet;
  readonly onDone: () => void;
}

/** Everybody of the wing; whoever is marked gets a line. What stands already is changed on his own page only. */
function Sheet({ sheet, onDone }: SheetProps) {
  const [marks, setMarks] = useState<Marks>(new Map());
  const act = useAct();
  const open = sheet.rows.filter(({ entered }) => entered === null);
  const mark = (id: string, grade: Grade | null) => setMarks(new Map(marks).set(id, grade));
  const lines = open.flatMap(({ id }) => {
    const grade = marks.get(id) ?? null;
    return grade ? [{ prisoner: id, grade }] : [];
  });
  const asBefore = () =>
    setMarks(new Map(open.flatMap(({ id, lastGrade }) => (lastGrade ? [[id, lastGrade] as const] : []))));
  const send = () =>
    void act
      .run(async () => {
        const { entered } = await call('POST /api/earnings/day', { body: { day: sheet.day, lines } });
        say({ kind: 'done', words: t('work.entered', { count: entered }) });
      })
      .then(was => {
        if (!was) return;
        setMarks(new Map());
        onDone();
      });
  return (
    <div class="p-stack">
      {sheet.mayWrite ? (
        <div class="c-buttons">
          <Button icon="check-check" onClick={asBefore}>
            {t('work.as-before')}
          </Button>
          <Button kind="primary" icon="plus" busy={act.busy} disabled={lines.length === 0} onClick={send}>
            {t('work.enter', { count: lines.length })}
          </Button>
        </div>
      ) : null}
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      <Table
        label={t('nav.work')}
        head={
          <>
            <th scope="col">{t('prisoners.number')}</th>
            <th scope="col">{t('prisoners.name')}</th>
            <th scope="col">{t('work.grade')}</th>
          </>
        }
      >
        {sheet.rows.map(row => (
          <tr key={row.id}>
            <td>{row.number}</td>
            <th scope="row">
              <a href={addressOfPlace({ page: 'prisoner', id: row.id, tab: 'earnings' })}>{row.name}</a>
            </th>
            <td>
              {row.entered || !sheet.mayWrite ? (
                (row.entered?.toUpperCase() ?? '–')
              ) : (
                <Grades name={row.name} chosen={marks.get(row.id) ?? null} onChoose={g => mark(row.id, g)} />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

interface GradesProps {
  readonly name: string;
  readonly chosen: Grade | null;
  readonly onChoose: (grade: Grade | null) => void;
}

/** One press enters a grade, the same again takes it away. */
function Grades({ name, chosen, onChoose }: GradesProps) {
  return (
    <fieldset class="p-grades" aria-label={name}>
      {grades.map(grade => (
        <button
          key={grade}
          type="button"
          class="p-grade"
          aria-pressed={grade === chosen}
          onClick={() => onChoose(grade === chosen ? null : grade)}
        >
          {grade.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
