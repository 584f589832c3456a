import type { ComponentChildren } from 'preact';
import { Picture } from './picture.tsx';

export interface BannerProps {
  readonly kind: 'kept' | 'offline' | 'attention' | 'danger' | 'good';
  readonly picture: string;
  readonly strong: string;
  readonly children?: ComponentChildren;
}

/** One or two sentences above the content, where they matter to it. Said aloud when it appears. */
export function Banner({ kind, picture, strong, children }: BannerProps) {
  return (
    <p class="k-banner" data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      <Picture id={picture} />
      <span class="k-banner__text">
        <strong>{strong}</strong> {children}
      </span>
    </p>
  );
}
