import { useEffect, useState } from 'preact/hooks';
import { backupTroubles } from '../../shared/backup/troubles.ts';
import { Notice } from '../components/notice.tsx';
import { dayOf, longDay } from '../i18n/days.ts';
import { t } from '../i18n/words.ts';
import { backups } from '../store/backups.ts';
import { certificate } from '../store/certificate.ts';
import { live } from '../store/live.ts';
import { session } from '../store/session.ts';
import { time } from '../store/time.ts';
import { mayVisit, seesToBackups, seesToCertificate } from './place.ts';
import { place } from './router.ts';
import { useValue } from './use-value.ts';

/** True once the server has been silent for some seconds: a blink of the network is nobody's concern. */
function useSilence(): boolean {
  const state = useValue(live);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (state !== 'lost') return setSilent(false);
    const timer = setTimeout(() => setSilent(true), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  return silent;
}

function TimeNotice() {
  const state = useValue(time);
  const now = useValue(session);
  // The page on the time says all of it.
  const there = useValue(place).page === 'time';
  if (!state || state.confirmed || there || now.phase !== 'signed-in') return null;
  return (
    <Notice kind="attention" icon="clock-alert">
      {t('time.notice')}{' '}
      {mayVisit(now.me.role, { page: 'time' }) ? <a href="/admin/time">{t('time.notice-link')}</a> : null}
    </Notice>
  );
}

/** Who heads the prison while its officer in charge is away, to everybody who works there. */
function AbsenceNotice() {
  const now = useValue(session);
  const there = useValue(place).page === 'absences';
  if (now.phase !== 'signed-in' || !now.me.standIn || there) return null;
  const { id, name, until } = now.me.standIn;
  return (
    <Notice kind="attention" icon="user-round">
      {t(id === now.me.id ? 'absence.notice-you' : 'absence.notice', { name, day: longDay(until) })}{' '}
      {mayVisit(now.me.role, { page: 'absences' }) ? (
        <a href="/admin/absences">{t('absence.notice-link')}</a>
      ) : null}
    </Notice>
  );
}

/** The worst of it, to those who must see to it that something is done. */
function BackupNotice() {
  const state = useValue(backups);
  const now = useValue(session);
  const there = useValue(place).page === 'backups';
  const [worst] = state ? backupTroubles(state) : [];
  if (!worst || there || now.phase !== 'signed-in' || !seesToBackups(now.me.role)) return null;
  return (
    <Notice kind="danger" icon="circle-alert">
      {t(`backup.trouble-${worst}`)} <a href="/admin/backups">{t('backup.link')}</a>
    </Notice>
  );
}

/** Sixty days ahead: after its end no kiosk and no panel reaches the server. */
function CertificateNotice() {
  const state = useValue(certificate);
  const now = useValue(session);
  if (!state?.warn || now.phase !== 'signed-in' || !seesToCertificate(now.me.role)) return null;
  const day = longDay(dayOf(state.notAfter));
  return (
    <Notice kind={state.daysLeft < 14 ? 'danger' : 'attention'} icon="shield-alert">
      {state.daysLeft < 0
        ? t('certificate.over', { day })
        : t('certificate.soon', { count: state.daysLeft, day })}
    </Notice>
  );
}

/** What stands over every page while it is so: time not confirmed, the head away, certificate at its end, no back-up, server not reached. */
export function Notices() {
  const silent = useSilence();
  return (
    <>
      {silent ? (
        <Notice kind="attention" icon="wifi-off">
          {t('failure.silent')}
        </Notice>
      ) : null}
      <TimeNotice />
      <AbsenceNotice />
      <BackupNotice />
      <CertificateNotice />
    </>
  );
}
