import { useState } from 'preact/hooks';
import { classes } from '../../../shared/prisoner/classes.ts';
import type { PrisonerEventRow } from '../../../shared/prisoner/event-schema.ts';
import { sexes } from '../../../shared/prisoner/sex.ts';
import { call } from '../../api/client.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { RecordFrame } from '../prisoner/record-frame.tsx';
import { EventDialog } from './event-dialog.tsx';

/** A class or sex by its word, anything else as it is. */
function placeWords(text: string): string {
  const of = classes.find(one => one === text);
  if (of) return t(`class.${of}`);
  const sex = sexes.find(one => one === text);
  return sex ? t(`sex.${sex}`) : text;
}

function EventLine({ row }: { readonly row: PrisonerEventRow }) {
  return (
    <tr>
      <td>{shortDay(row.on)}</td>
      <th scope="row">
        {t(`going.kind.${row.kind}`)}
        {row.to ? (
          <span class="p-cell__note">
            {row.from
              ? t('going.from-to', { from: placeWords(row.from), to: placeWords(row.to) })
              : row.kind === 'sex'
                ? placeWords(row.to)
                : t('going.to', { to: row.to })}
          </span>
        ) : null}
      </th>
      <td>{row.reason}</td>
      <td>
        {moment(row.at)}
        <span class="p-cell__note">{row.by}</span>
      </td>
    </tr>
  );
}

function Events({ rows }: { readonly rows: readonly PrisonerEventRow[] }) {
  if (rows.length === 0)
    return (
      <State kind="empty" picture="say-nothing" title={t('going.none')}>
        <p>{t('going.none-note')}</p>
      </State>
    );
  return (
    <Table
      label={t('record.tab.going')}
      head={
        <>
          <th scope="col">{t('going.on')}</th>
          <th scope="col">{t('going.what')}</th>
          <th scope="col">{t('sentence.reason')}</th>
          <th scope="col">{t('going.entered')}</th>
        </>
      }
    >
      {rows.map(row => (
        <EventLine key={row.id} row={row} />
      ))}
    </Table>
  );
}

/** Somebody's coming and going: moves between wings, examination and interviews, leaving, coming back. */
export function GoingScreen({ id, me }: { readonly id: string; readonly me: Me }) {
  const [adding, setAdding] = useState(false);
  const load = useLoad(id, signal => call('GET /api/prisoners/:id/events', { params: { id }, signal }));
  const page = load.value;
  const shut = () => {
    setAdding(false);
    void load.reload();
  };
  const add = page?.mayWrite ? (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('going.add')}
    </Button>
  ) : null;
  return (
    <>
      <RecordFrame id={id} tab="going" load={load} tools={add}>
        {({ events }) => <Events rows={events} />}
      </RecordFrame>
      {adding && page ? <EventDialog page={page} wings={me.wings} onDone={shut} onCancel={shut} /> : null}
    </>
  );
}
