/** One of our own drawings, by its id (`food-dirty`). Words always stand beside it, so it is hidden from readers. */
export function Picture({ id }: { id: string }) {
  return (
    <svg class="c-picture" aria-hidden="true">
      <use href={`#picture-${id}`} />
    </svg>
  );
}

/** An icon of the Lucide family, by its name (`house`). */
export function Icon({ name, large }: { name: string; large?: boolean }) {
  return (
    <svg class={large ? 'c-icon c-icon--large' : 'c-icon'} aria-hidden="true">
      <use href={`#icon-${name}`} />
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
