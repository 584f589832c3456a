import type { LogStanding } from '../../../shared/log/schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { ago, moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { saveExport } from './save-export.ts';

interface PartProps {
  readonly log: LogStanding;
}

/** Whether the log is signed now, and if not, why. */
function Verdict({ log: { hold, heldAt, detail, checkpoint } }: PartProps) {
  if (hold === null && checkpoint === null) return <p>{t('log.young')}</p>;
  const missing = Number(detail.missing ?? 0);
  return hold === null ? (
    <Notice kind="good" icon="shield-check">
      {t('log.good')}
    </Notice>
  ) : (
    <Notice kind={hold === 'restored' ? 'attention' : 'danger'} icon="shield-alert">
      {t(`log.hold-${hold}`, { when: heldAt ? moment(heldAt) : '' })}{' '}
      {missing > 0 ? t('log.missing', { count: missing }) : null}
    </Notice>
  );
}

/** What is written by hand into the minute book on every visit. */
function MinuteLine({ log: { checkpoint } }: PartProps) {
  return (
    <section class="p-card">
      <h2 class="p-card__title">{t('log.minute')}</h2>
      {checkpoint ? (
        <>
          <p class="p-card__figure p-log__short">
            {checkpoint.size} · {checkpoint.short}
          </p>
          <p class="p-card__note">{t('log.signed', { when: moment(checkpoint.signedAt) })}</p>
          <p>{t('log.minute-note')}</p>
        </>
      ) : (
        <p>{t('log.unsigned')}</p>
      )}
    </section>
  );
}

function Nightly({ log: { checkedAt, checkedSize, checkpoint, size } }: PartProps) {
  // A server that was started for the first time has looked through nothing yet, and found nothing wrong with it.
  const isYoung = checkpoint === null || checkedSize === 0;
  return (
    <section class="p-card">
      <h2 class="p-card__title">{t('log.nightly')}</h2>
      <p class="p-card__figure">{checkedAt && !isYoung ? ago(checkedAt) : t('log.never-checked')}</p>
      {checkpoint ? (
        <dl class="p-facts">
          <dt>{t('log.size')}</dt>
          <dd>{size}</dd>
          <dt>{t('log.checked-size')}</dt>
          <dd>{isYoung ? '–' : (checkedSize ?? '–')}</dd>
        </dl>
      ) : null}
      <p>{t('log.nightly-note')}</p>
    </section>
  );
}

/** The kiosks, and when each last saw the log and signed for it. */
function Witnesses({ log: { witnesses } }: PartProps) {
  return (
    <section class="p-stack">
      <h2>{t('log.witnesses')}</h2>
      <p>{t('log.witnesses-note')}</p>
      <Table
        label={t('log.witnesses')}
        head={
          <>
            <th scope="col">{t('log.witness')}</th>
            <th scope="col">{t('kiosk.wing')}</th>
            <th scope="col">{t('log.last-seen')}</th>
            <th scope="col">{t('log.seen-size')}</th>
          </>
        }
      >
        {witnesses.map(({ key, kiosk, wing, at, size, revoked }) => (
          <tr key={key}>
            <th scope="row">{revoked ? t('log.revoked', { kiosk }) : kiosk}</th>
            <td>{wing}</td>
            <td>{at ? `${moment(at)} (${ago(at)})` : t('log.never')}</td>
            <td>{size ?? '–'}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** What kiosks kept that this log contradicts. */
function Evidence({ log: { evidence } }: PartProps) {
  if (evidence.length === 0) return null;
  return (
    <section class="p-stack">
      <h2>{t('log.evidence')}</h2>
      <ul>
        {evidence.map(({ note, kiosk, at, size, short }) => (
          <li key={note}>{`${kiosk}, ${moment(at)}: ${size} · ${short}`}</li>
        ))}
      </ul>
    </section>
  );
}

/** Eight symbols at a time, for the eye that compares. */
const inGroups = (digest: string) => (digest.match(/.{1,8}/g) ?? []).join(' ');

/** What kiosks are given, for whoever builds the same sources elsewhere and compares. */
function Code({ log: { code } }: PartProps) {
  if (code.length === 0) return null;
  return (
    <section class="p-stack">
      <h2>{t('log.code')}</h2>
      <p>{t('log.code-note')}</p>
      <Table
        label={t('log.code')}
        head={
          <>
            <th scope="col">{t('log.code-digest')}</th>
            <th scope="col">{t('log.code-build')}</th>
            <th scope="col">{t('log.code-since')}</th>
            <th scope="col">{t('log.code-kiosks')}</th>
          </>
        }
      >
        {code.map(({ digest, build, version, notedAt, kiosks }) => (
          <tr key={`${build} ${digest}`}>
            <th scope="row" class="p-log__digest">
              {inGroups(digest)}
            </th>
            <td>{`${version} · ${build}`}</td>
            <td>{moment(notedAt)}</td>
            <td>{kiosks}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** The key to be written down once, and the file to be checked elsewhere. */
function Proofs({ log, me }: PartProps & { readonly me: Me }) {
  const act = useAct();
  const exports = me.role === 'visiting-justice' || me.role === 'commissioner';
  return (
    <section class="p-stack">
      <h2>{t('log.proofs')}</h2>
      <p>{t('log.key-note')}</p>
      <p class="p-log__key">{log.key}</p>
      {exports ? (
        <>
          <p>{t('log.export-note')}</p>
          <div class="c-buttons">
            <Button
              icon="file-text"
              busy={act.busy}
              onClick={() => void act.run(() => saveExport(log.prison))}
            >
              {t('log.export')}
            </Button>
          </div>
        </>
      ) : null}
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
    </section>
  );
}

/** The logs that somebody watches over: what is signed, who saw it, and what to write into the minute book. */
export function LogScreen({ me }: { readonly me: Me }) {
  const load = useLoad('logs', signal => call('GET /api/logs', { signal }));
  useEvery(60, () => void load.reload());
  return (
    <Page
      title={t('nav.log')}
      tools={
        <Button icon="printer" onClick={() => print()}>
          {t('log.print')}
        </Button>
      }
    >
      <p class="p-lead">
        {t('log.lead')} {me.role === 'officer-in-charge' ? t('log.at-six') : null}
      </p>
      <Loaded load={load}>
        {({ logs }) =>
          logs.map(log => (
            <article key={log.prison.id} class="p-stack p-log">
              {logs.length > 1 ? <h2>{log.prison.name}</h2> : null}
              <Verdict log={log} />
              <div class="p-cards p-cards--backups">
                <MinuteLine log={log} />
                <Nightly log={log} />
              </div>
              <Witnesses log={log} />
              <Evidence log={log} />
              <Code log={log} />
              <Proofs log={log} me={me} />
            </article>
          ))
        }
      </Loaded>
    </Page>
  );
}
