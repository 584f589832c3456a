import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { useEvery, useLive, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { ago, moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import type { Kiosk } from './kiosks.tsx';
import { TryDialog } from './try-dialog.tsx';

type Releases = ReplyOf<'GET /api/kiosks/releases'>;
type Build = Releases['builds'][number];
type Trial = NonNullable<Releases['trial']>;

/** `0.1.0 · 91c47d91`: several builds may have one version. */
export function buildName({ id, version }: Pick<Build, 'id' | 'version'>): string {
  return version === '' ? id.slice(0, 8) : `${version} · ${id.slice(0, 8)}`;
}

const badges = {
  waiting: 'soon',
  trial: 'warm',
  released: 'accent',
  former: 'plain',
  superseded: 'plain',
} as const;

const tones = {
  'not-yet': 'attention',
  running: 'attention',
  well: 'good',
  failed: 'danger',
  silent: 'danger',
  troubled: 'danger',
} as const;

/** How the trial goes, in one sentence, with what can be done. */
function TrialNotice({
  trial,
  minutes,
  children,
}: {
  trial: Trial;
  minutes: number;
  children: ComponentChildren;
}) {
  const { name, wing, verdict, since } = trial;
  const kind = tones[verdict];
  return (
    <Notice
      kind={kind}
      icon={kind === 'good' ? 'circle-check' : kind === 'danger' ? 'circle-alert' : 'hourglass'}
    >
      <strong>{`${wing}, ${name}:`}</strong>{' '}
      {t(`release.verdict-${verdict}`, { minutes, since: since ? ago(since) : '' })}
      {children}
    </Notice>
  );
}

interface BuildLineProps {
  readonly build: Build;
  readonly tool: ComponentChildren;
}

function BuildLine({ build, tool }: BuildLineProps) {
  return (
    <tr data-off={build.kept ? undefined : ''}>
      <th scope="row">
        <span class="c-code">{buildName(build)}</span>
      </th>
      <td>
        <span class={`c-badge c-badge--${badges[build.state]}`}>{t(`release.state-${build.state}`)}</span>
      </td>
      <td title={moment(build.arrivedAt)}>{ago(build.arrivedAt)}</td>
      <td class="p-table__number">{build.kiosks}</td>
      <td class="p-table__acts">{tool}</td>
    </tr>
  );
}

type Asked = { readonly step: 'all' | 'withdraw' | 'one'; readonly build: Build };

interface StepProps {
  readonly asked: Asked;
  readonly kiosks: readonly Kiosk[];
  readonly onClose: (changed: boolean) => void;
}

/** The question before each step. */
function Step({ asked, kiosks, onClose }: StepProps) {
  const act = useAct();
  const { step, build } = asked;
  const name = buildName(build);
  if (step === 'one') return <TryDialog build={build} name={name} kiosks={kiosks} onClose={onClose} />;
  const run = async () => {
    const done = await act.run(async () => {
      if (step === 'all') await call('POST /api/kiosks/releases/all', { body: { build: build.id } });
      else await call('POST /api/kiosks/releases/withdraw');
    });
    if (!done) return;
    say({ kind: 'done', words: t(`release.${step}-done`, { build: name }) });
    onClose(true);
  };
  return (
    <Confirm
      title={t(`release.${step}-title`, { build: name })}
      action={t(`release.${step}`)}
      act={act}
      onConfirm={() => void run()}
      onCancel={() => onClose(false)}
    >
      <p>{t(`release.${step}-note`)}</p>
    </Confirm>
  );
}

function toolOf(build: Build, trial: Releases['trial'], ask: (asked: Asked) => void) {
  if (!build.kept || build.state === 'released') return null;
  if (build.state === 'former')
    return (
      <Button kind="quiet" onClick={() => ask({ step: 'all', build })}>
        {t('release.back')}
      </Button>
    );
  if (trial?.build === build.id) return null;
  return (
    <Button kind="primary" onClick={() => ask({ step: 'one', build })}>
      {t('release.one')}
    </Button>
  );
}

interface ReleasesProps {
  readonly kiosks: readonly Kiosk[];
  /** Whether the reader may let builds in; others look. */
  readonly acts: boolean;
}

/** Versions of the kiosk: what waits, what is tried where, what all have. */
export function ReleasesPart({ kiosks, acts }: ReleasesProps) {
  const load = useLoad('releases', signal => call('GET /api/kiosks/releases', { signal }));
  const [asked, setAsked] = useState<Asked | null>(null);
  useLive(() => void load.reload(), 'kiosk');
  useEvery(30, () => void load.reload());
  const ask = (next: Asked) => setAsked(next);
  return (
    <section class="p-part" aria-labelledby="releases">
      <h2 class="p-title" id="releases">
        {t('release.title')}
      </h2>
      <p class="p-cell__note">{t('release.lead')}</p>
      <Loaded load={load}>
        {({ builds, trial, trialMinutes }) => {
          const tried = trial && builds.find(({ id }) => id === trial.build);
          return (
            <>
              {trial && tried ? (
                <TrialNotice trial={trial} minutes={trialMinutes}>
                  {acts ? (
                    <div class="c-buttons">
                      <Button
                        kind="primary"
                        disabled={trial.verdict !== 'well'}
                        onClick={() => ask({ step: 'all', build: tried })}
                      >
                        {t('release.all')}
                      </Button>
                      <Button onClick={() => ask({ step: 'withdraw', build: tried })}>
                        {t('release.withdraw')}
                      </Button>
                    </div>
                  ) : null}
                </TrialNotice>
              ) : null}
              <BuildTable builds={builds} toolFor={build => (acts ? toolOf(build, trial, ask) : null)} />
            </>
          );
        }}
      </Loaded>
      {asked ? (
        <Step
          asked={asked}
          kiosks={kiosks}
          onClose={changed => {
            setAsked(null);
            if (changed) void load.reload();
          }}
        />
      ) : null}
    </section>
  );
}

interface BuildTableProps {
  readonly builds: readonly Build[];
  readonly toolFor: (build: Build) => ComponentChildren;
}

function BuildTable({ builds, toolFor }: BuildTableProps) {
  if (builds.length === 0) return <p>{t('release.none')}</p>;
  return (
    <Table
      label={t('release.title')}
      head={
        <>
          <th scope="col">{t('release.version')}</th>
          <th scope="col">{t('kiosk.state')}</th>
          <th scope="col">{t('release.arrived')}</th>
          <th scope="col" class="p-table__number">
            {t('release.kiosks')}
          </th>
          <th scope="col">
            <span class="c-visually-hidden">{t('common.actions')}</span>
          </th>
        </>
      }
    >
      {builds.map(build => (
        <BuildLine key={build.id} build={build} tool={toolFor(build)} />
      ))}
    </Table>
  );
}
