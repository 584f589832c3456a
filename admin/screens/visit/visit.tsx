import { useRef, useState } from 'preact/hooks';
import { visitLines } from '../../../shared/visit/lines.ts';
import type { VisitPack } from '../../../shared/visit/schema.ts';
import { type Cell, type VisitTable, type VisitWords, visitTables } from '../../../shared/visit/tables.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { longDay, moment, shortDay } from '../../i18n/days.ts';
import { matterWords } from '../../i18n/labels.ts';
import { t, wordsFor } from '../../i18n/words.ts';

interface PackProps {
  readonly pack: VisitPack;
}

const words: VisitWords = {
  say: key => wordsFor(`visit.${key}`) ?? key,
  day: day => shortDay(day),
  matter: matterWords,
  state: state => t(`state.${state}`),
  irregularity: kind => wordsFor(`irregularity.${kind}`) ?? kind,
};

/** The ten lines that matter, each with why. */
function Lines({ pack }: PackProps) {
  const lines = visitLines(pack);
  return (
    <section class="p-card p-visit__lines">
      <h2 class="p-card__title">{t('visit.lines')}</h2>
      {lines.length === 0 ? <p>{t('visit.no-lines')}</p> : null}
      <ol>
        {lines.map(({ key, count }) => (
          <li key={key}>
            <strong>{t(`visit.line-${key}`, { count })}</strong>
            <span class="p-cell__note">{t(`visit.why-${key}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const verdicts = {
  good: { kind: 'good', icon: 'shield-check' },
  held: { kind: 'danger', icon: 'shield-alert' },
  young: { kind: 'attention', icon: 'clock' },
} as const;

/** What is said of the log: held before all else, and of a young one that it proves nothing yet. */
function verdictOf({ hold, signedAt, signed, witnesses }: VisitPack['log']) {
  const last = signedAt === null ? null : { when: moment(signedAt), signed, witnesses };
  if (hold !== null)
    return { state: 'held', words: [t('visit.log-held'), last && t('visit.log-last', last)] } as const;
  if (last === null) return { state: 'young', words: [t('visit.log-young')] } as const;
  return { state: 'good', words: [t('visit.log-good', last)] } as const;
}

/** The log's verdict, with the line for the minute book. */
function Verdict({ pack: { log } }: PackProps) {
  const { state, words } = verdictOf(log);
  return (
    <Notice {...verdicts[state]}>
      {words.filter(Boolean).join(' ')}
      {log.short === null ? null : (
        <strong class="p-cell__note p-log__short">
          {log.size} · {log.short}
        </strong>
      )}
    </Notice>
  );
}

function CellWords({ cell }: { readonly cell: Cell | undefined }) {
  if (cell === undefined || typeof cell === 'string') return cell ?? null;
  return <a href={`/admin/cases/${cell.case}`}>{cell.case}</a>;
}

function Part({ table: { key, title, head, rows } }: { readonly table: VisitTable }) {
  return (
    <section class="p-stack">
      <h2>
        {title} ({rows.length})
      </h2>
      <p>{words.say(`note-${key}`)}</p>
      <Table
        label={title}
        head={head.map(column => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      >
        {rows.map((row, index) => (
          <tr key={String(index)}>
            {row.map((cell, place) => (
              <td key={head[place]}>
                <CellWords cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Pack({ pack }: PackProps) {
  return (
    <article class="p-stack p-visit">
      <p>
        {t('visit.span', {
          prison: pack.prison.name,
          since: longDay(pack.since),
          until: longDay(pack.today),
          count: pack.received,
        })}
      </p>
      <Verdict pack={pack} />
      <Lines pack={pack} />
      {visitTables(pack, words).map(table => (
        <Part key={table.key} table={table} />
      ))}
      <p class="p-card__note">{t('visit.not-known')}</p>
    </article>
  );
}

/** The pack since the last visit, on one page that prints (rules 106 to 111). */
export function VisitScreen() {
  const [since, setSince] = useState<string | null>(null);
  const load = useLoad(`visit ${since ?? ''}`, signal =>
    call('GET /api/visit', { signal, query: since === null ? {} : { since } }),
  );
  // The field keeps what is typed; it is drawn once the server has said from which day it looks back.
  const usual = useRef<string | null>(null);
  usual.current ??= load.value?.since ?? null;
  return (
    <Page
      title={t('nav.visit')}
      tools={
        <Button icon="printer" onClick={() => print()}>
          {t('log.print')}
        </Button>
      }
    >
      {usual.current === null ? null : (
        <div class="p-no-print p-visit__since">
          <DateField
            label={t('visit.since')}
            value={since ?? usual.current}
            onChange={day => {
              if (day) setSince(day);
            }}
          />
        </div>
      )}
      <Loaded load={load}>{pack => <Pack pack={pack} />}</Loaded>
    </Page>
  );
}
