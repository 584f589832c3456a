import type { ComponentChildren } from 'preact';
import type { BackupState, Room } from '../../../shared/backup/schema.ts';
import { backupTroubles, isLow } from '../../../shared/backup/troubles.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Icon } from '../../components/icon.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import type { IconName } from '../../components/pictures.ts';
import { ago, moment } from '../../i18n/days.ts';
import { size } from '../../i18n/sizes.ts';
import { t } from '../../i18n/words.ts';
import { readBackups } from '../../store/backups.ts';

interface CardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly figure: string;
  /** Red: somebody must do something. */
  readonly bad: boolean;
  readonly children: ComponentChildren;
}

function Card({ icon, title, figure, bad, children }: CardProps) {
  return (
    <section class="p-card" data-kind={bad ? 'late' : undefined}>
      <h2 class="p-card__title p-card__title--icon">
        <Icon name={icon} />
        {title}
      </h2>
      <p class="p-card__figure">{figure}</p>
      {children}
    </section>
  );
}

/** When the last good one was made, how large it is, and whether the keys are in it. */
function Last({ state }: { readonly state: BackupState }) {
  const { last, kept } = state;
  const bad = backupTroubles(state).some(trouble => trouble === 'none' || trouble === 'old');
  return (
    <Card
      icon="database-backup"
      title={t('backup.last')}
      figure={last ? ago(last.at) : t('backup.never')}
      bad={bad}
    >
      {last ? (
        <dl class="p-facts">
          <dt>{t('backup.made')}</dt>
          <dd>{moment(last.at)}</dd>
          <dt>{t('backup.size')}</dt>
          <dd>{size(last.bytes)}</dd>
          <dt>{t('backup.kept')}</dt>
          <dd>{kept}</dd>
          <dt>{t('backup.keys')}</dt>
          <dd>{t(last.keys ? 'backup.keys-in' : 'backup.keys-out')}</dd>
        </dl>
      ) : (
        <p>{t('backup.first-night')}</p>
      )}
    </Card>
  );
}

/** A disk as a bar: what is taken of it, and what is free. */
function Disk({ title, room }: { readonly title: string; readonly room: Room }) {
  return (
    <Card
      icon="hard-drive"
      title={title}
      figure={t('backup.free', { size: size(room.freeBytes) })}
      bad={isLow(room)}
    >
      <meter
        class="p-bar__meter"
        data-low={isLow(room) ? '' : undefined}
        min={0}
        max={room.totalBytes}
        value={room.totalBytes - room.freeBytes}
        aria-hidden="true"
      />
      <p class="p-card__note">
        {t('backup.taken', { size: size(room.totalBytes - room.freeBytes), total: size(room.totalBytes) })}
      </p>
    </Card>
  );
}

/** What somebody must do about it, in words; or that all is well. */
function Verdict({ state }: { readonly state: BackupState }) {
  const troubles = backupTroubles(state);
  if (troubles.length === 0 && state.last)
    return (
      <Notice kind="good" icon="circle-check">
        {t('backup.good')}
      </Notice>
    );
  return (
    <>
      {troubles.map(trouble => (
        <Notice key={trouble} kind="danger" icon="circle-alert">
          {t(`backup.trouble-${trouble}`)}
        </Notice>
      ))}
    </>
  );
}

/** The last good back-up and the room that is left. */
export function Backups() {
  const load = useLoad('backups', readBackups);
  useEvery(60, () => void load.reload());
  return (
    <Page title={t('nav.backups')}>
      <p class="p-lead">{t('backup.lead')}</p>
      <Loaded load={load}>
        {state => (
          <>
            <Verdict state={state} />
            <div class="p-cards p-cards--backups">
              <Last state={state} />
              <Disk title={t(state.oneDisk ? 'backup.one-disk' : 'backup.data-disk')} room={state.data} />
              {state.backups && !state.oneDisk ? (
                <Disk title={t('backup.backup-disk')} room={state.backups} />
              ) : null}
            </div>
            {state.oneDisk ? <p class="p-lead">{t('backup.one-disk-note')}</p> : null}
            {state.last && !state.last.keys ? <p class="p-lead">{t('backup.keys-note')}</p> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
