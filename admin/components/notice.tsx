import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './pictures.ts';

interface NoticeProps {
  readonly kind: 'attention' | 'danger' | 'good';
  readonly icon: IconName;
  readonly children: ComponentChildren;
}

/** A sentence that stays at the top of a page or a form. */
export function Notice({ kind, icon, children }: NoticeProps) {
  return (
    <div class="p-notice" data-kind={kind} role="status">
      <Icon name={icon} />
      <div class="p-notice__text">{children}</div>
    </div>
  );
}
