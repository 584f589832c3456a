/** Which build is shown, which one before it is kept, and which one waits. Ids, or null. */
export interface Pointer {
  readonly active: string | null;
  readonly previous: string | null;
  readonly ready: string | null;
  /** Loads of the active build since it was switched to without it having said that it runs; 0 once it has. */
  readonly unproven: number;
  /** A build that never ran and was switched back from; not taken again. */
  readonly rejected: string | null;
}

export const noPointer: Pointer = {
  active: null,
  previous: null,
  ready: null,
  unproven: 0,
  rejected: null,
};

/** A build that does not come up in so many loads is given up for the one before it. */
const loadsToProve = 3;

/** A whole build lies here. The first one is shown at once, every other waits. */
export function downloaded(pointer: Pointer, id: string): Pointer {
  if (id === pointer.active) return { ...pointer, ready: null };
  return pointer.active === null ? { ...pointer, active: id } : { ...pointer, ready: id };
}

/** Switches to the build that waits; the same pointer if none does. */
export function activated(pointer: Pointer): Pointer {
  if (pointer.ready === null) return pointer;
  return { ...pointer, active: pointer.ready, previous: pointer.active, ready: null, unproven: 1 };
}

/** A page is being loaded. Falls back to the build before when the new one was loaded too often in vain. */
export function loaded(pointer: Pointer): Pointer {
  if (pointer.unproven === 0) return pointer;
  if (pointer.unproven <= loadsToProve) return { ...pointer, unproven: pointer.unproven + 1 };
  if (pointer.previous === null) return { ...pointer, unproven: 0 };
  return { ...noPointer, active: pointer.previous, rejected: pointer.active };
}

/** The page of build `id` came up. */
export function ran(pointer: Pointer, id: string): Pointer {
  return id === pointer.active ? { ...pointer, unproven: 0 } : pointer;
}

/** Builds whose files are kept. */
export function keptBuilds({ active, previous, ready }: Pointer): ReadonlySet<string> {
  return new Set([active, previous, ready].filter(id => id !== null));
}
