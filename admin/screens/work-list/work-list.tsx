import type { ComponentChildren } from 'preact';
import { dueDays, reviewDays, type WorkList, workListLimit } from '../../../shared/prisoner/work-list.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace, type RecordTab } from '../../app/place.ts';
import { useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { moment, shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import './work-list.css';

interface Person {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly wing: string;
}

function Who({ person, tab }: { readonly person: Person; readonly tab: RecordTab }) {
  return (
    <th scope="row">
      <a href={addressOfPlace({ page: 'prisoner', id: person.id, tab })}>{person.name}</a>
      <span class="p-cell__note">
        {person.number} · {person.wing}
      </span>
    </th>
  );
}

/** Done or missing: by a word, and by its colour. */
function Step({ done, words }: { readonly done: boolean; readonly words: string }) {
  return <span class={`c-badge c-badge--${done ? 'settled' : 'overdue'}`}>{words}</span>;
}

interface ListProps {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly ComponentChildren[];
}

/** One list; it is not drawn when nothing waits in it. */
function List({ title, note, columns, rows }: ListProps) {
  if (rows.length === 0) return null;
  return (
    <section class="p-due" aria-label={title}>
      <h2 class="p-title">
        {title}{' '}
        <span class="p-due__count">
          {rows.length < workListLimit ? rows.length : t('tasks.or-more', { count: rows.length })}
        </span>
      </h2>
      <p class="p-cell__note">{note}</p>
      <Table
        label={title}
        head={columns.map(column => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      >
        {rows}
      </Table>
    </section>
  );
}

const yesNo = (done: boolean) => t(done ? 'tasks.done' : 'tasks.missing');

function Releases({ rows }: { readonly rows: WorkList['releases'] }) {
  return (
    <List
      title={t('tasks.releases')}
      note={t('tasks.releases-note', { days: dueDays })}
      columns={[
        t('pin.person'),
        t('tasks.earliest'),
        t('tasks.check'),
        t('tasks.interview'),
        t('tasks.fare'),
      ]}
      rows={rows.map(row => (
        <tr key={row.id}>
          <Who person={row} tab="sentence" />
          <td>
            {shortDay(row.earliest)}
            <span class="p-cell__note">{t('tasks.latest', { day: shortDay(row.latest) })}</span>
          </td>
          <td>
            <Step
              done={row.check === 'checked'}
              words={
                row.check === 'not-checked' && row.first ? t('tasks.first') : t(`tasks.state.${row.check}`)
              }
            />
          </td>
          <td>
            <Step done={row.interviewed} words={yesNo(row.interviewed)} />
          </td>
          <td>
            <Step done={row.fare} words={yesNo(row.fare)} />
          </td>
        </tr>
      ))}
    />
  );
}

function Notices({ rows }: { readonly rows: WorkList['notices'] }) {
  return (
    <List
      title={t('tasks.notices')}
      note={t('tasks.notices-note')}
      columns={[t('pin.person'), t('tasks.lost'), t('tasks.since')]}
      rows={rows.map(row => (
        <tr key={`${row.id} ${row.since} ${row.days}`}>
          <Who person={row} tab="sentence" />
          <td>{t('tasks.days', { count: row.days })}</td>
          <td>{shortDay(row.since)}</td>
        </tr>
      ))}
    />
  );
}

function Changed({ rows }: { readonly rows: WorkList['changed'] }) {
  const day = (value: string | null) => (value ? shortDay(value) : '–');
  return (
    <List
      title={t('tasks.changed')}
      note={t('tasks.changed-note')}
      columns={[t('pin.person'), t('tasks.shown'), t('tasks.now')]}
      rows={rows.map(row => (
        <tr key={row.id}>
          <Who person={row} tab="sentence" />
          <td>
            {day(row.shown)}
            <span class="p-cell__note">{moment(row.shownOn)}</span>
          </td>
          <td>{day(row.now)}</td>
        </tr>
      ))}
    />
  );
}

function Newcomers({ rows }: { readonly rows: WorkList['newcomers'] }) {
  return (
    <List
      title={t('tasks.newcomers')}
      note={t('tasks.newcomers-note')}
      columns={[t('pin.person'), t('tasks.admitted'), t('tasks.examined'), t('tasks.interview')]}
      rows={rows.map(row => (
        <tr key={row.id}>
          <Who person={row} tab="going" />
          <td>{shortDay(row.admitted)}</td>
          <td>
            <Step done={row.examined} words={yesNo(row.examined)} />
          </td>
          <td>
            <Step done={row.interviewed} words={yesNo(row.interviewed)} />
          </td>
        </tr>
      ))}
    />
  );
}

function Lists({ work }: { readonly work: WorkList }) {
  if (Object.values(work).every(rows => rows.length === 0))
    return <State kind="empty" picture="state-settled" title={t('tasks.none')} />;
  return (
    <div class="p-stack">
      <Releases rows={work.releases} />
      <Notices rows={work.notices} />
      <Changed rows={work.changed} />
      <Newcomers rows={work.newcomers} />
      <List
        title={t('tasks.reviews')}
        note={t('tasks.reviews-note', { days: reviewDays })}
        columns={[t('pin.person'), t('tasks.on')]}
        rows={work.reviews.map(row => (
          <tr key={row.id}>
            <Who person={row} tab="stage" />
            <td>{shortDay(row.on)}</td>
          </tr>
        ))}
      />
      <List
        title={t('tasks.without')}
        note={t('tasks.without-note')}
        columns={[t('pin.person')]}
        rows={work.withoutSentence.map(row => (
          <tr key={row.id}>
            <Who person={row} tab="sentence" />
          </tr>
        ))}
      />
    </div>
  );
}

/** What waits in the records, list by list, the nearest first. */
export function WorkListScreen() {
  const load = useLoad('work-list', signal => call('GET /api/work-list', { signal }));
  return (
    <Page title={t('nav.tasks')}>
      <Loaded load={load}>{work => <Lists work={work} />}</Loaded>
    </Page>
  );
}
