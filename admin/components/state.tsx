import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../api/failure.ts';
import { t } from '../i18n/words.ts';
import { Button } from './button.tsx';
import { failureWords } from './failure-words.ts';
import { Picture } from './icon.tsx';
import type { PictureName } from './pictures.ts';

interface StateProps {
  readonly kind: 'empty' | 'error' | 'welcome';
  readonly picture: PictureName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** A page or a list with nothing to choose from, and why. */
export function State({ kind, picture, title, children }: StateProps) {
  return (
    <div class="p-state" data-kind={kind}>
      <Picture name={picture} />
      <h2 class="p-state__title">{title}</h2>
      {children}
    </div>
  );
}

/** Something could not be read: what it was, and to try again. */
export function Failed({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  return (
    <State kind="error" picture="danger" title={t('failure.title')}>
      <p>{failureWords(failure)}</p>
      <div class="c-buttons">
        <Button icon="rotate-ccw" onClick={onRetry}>
          {t('failure.again')}
        </Button>
      </div>
    </State>
  );
}

/**
 * Rows on their way. Nothing shows for the first moment: what answers at once must not flicker.
 */
export function Waiting({ rows = 4 }: { readonly rows?: number }) {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), 150);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div class="p-waiting" role="status" aria-label={t('failure.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
