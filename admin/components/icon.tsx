import type { IconName, PictureName } from './pictures.ts';

/** An icon beside words; it says nothing of its own, so a screen reader passes over it. */
export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg class={large ? 'c-icon c-icon--large' : 'c-icon'} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}

/** One of our own drawings; always beside words. */
export function Picture({ name }: { readonly name: PictureName }) {
  return (
    <svg class="c-picture" aria-hidden="true">
      <use href={`#picture-${name}`} />
    </svg>
  );
}

/** The mark of Sauti. */
export function Mark() {
  return (
    <svg class="c-mark" aria-hidden="true">
      <use href="#picture-mark" />
    </svg>
  );
}
