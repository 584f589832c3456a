import type { ComponentChildren } from 'preact';
import { Picture } from './picture.tsx';

export interface StateProps {
  readonly kind: 'empty' | 'error' | 'slow' | 'welcome' | 'danger';
  readonly picture: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A whole screen with nothing to choose from: empty, slow, failed, first use. */
export function State({ kind, picture, title, lead, children }: StateProps) {
  return (
    <section class="k-state" data-kind={kind}>
      <Picture id={picture} />
      <h1 class="k-title">{title}</h1>
      {lead ? <p class="k-lead">{lead}</p> : null}
      {kind === 'slow' ? <Dots /> : null}
      {children ? <div class="k-actions">{children}</div> : null}
    </section>
  );
}

function Dots() {
  return (
    <span class="c-dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
