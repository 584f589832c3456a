import type { ComponentChildren } from 'preact';
import type { Load } from '../app/use-load.ts';
import { t } from '../i18n/words.ts';
import { failureWords } from './failure-words.ts';
import { Notice } from './notice.tsx';
import { Failed, Waiting } from './state.tsx';

interface LoadedProps<T> {
  readonly load: Load<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** What was read, or that it is on its way, or why it is not; what was read before stays when reading again fails. */
export function Loaded<T>({ load, children }: LoadedProps<T>) {
  if (load.value === null)
    return load.failure ? <Failed failure={load.failure} onRetry={() => void load.reload()} /> : <Waiting />;
  return (
    <>
      {load.failure ? (
        <Notice kind="attention" icon="wifi-off">
          {t('list.stale', { reason: failureWords(load.failure) })}
        </Notice>
      ) : null}
      {children(load.value)}
    </>
  );
}
