/** Which build is shown, which ones before it are kept, and which one waits. Ids, or null. */
export interface Pointer {
  readonly active: string | null;
  /** Builds that ran before it, the latest first; kept until it has run for a day. */
  readonly former: readonly string[];
  readonly ready: string | null;
  /** Loads of the active build since it was switched to without it having said that it runs; 0 once it has. */
  readonly unproven: number;
  /** Milliseconds for which it has run, as far as it matters. */
  readonly ranFor: number;
  /** A build that never ran and was switched back from; not taken again. */
  readonly rejected: string | null;
}

export const noPointer: Pointer = {
  active: null,
  former: [],
  ready: null,
  unproven: 0,
  ranFor: 0,
  rejected: null,
};

/** A build that does not come up in so many loads is given up for the one before it. */
const loadsToProve = 3;
/** So long a build has to run before the ones before it may go. Counted in hours lived, not by a clock. */
const dayMs = 24 * 60 * 60_000;
/** Several builds in one day: no more than so many are kept beside the active one. */
const formerKept = 3;

/** A whole build lies here. The first one is shown at once, every other waits. */
export function downloaded(pointer: Pointer, id: string): Pointer {
  if (id === pointer.active) return { ...pointer, ready: null };
  return pointer.active === null ? { ...pointer, active: id } : { ...pointer, ready: id };
}

/** Switches to the build that waits; the same pointer if none does. A build that never ran is nothing to go back to. */
export function activated(pointer: Pointer): Pointer {
  const { active, ready, former, unproven } = pointer;
  if (ready === null) return pointer;
  const before = active === null || unproven > 0 ? former : [active, ...former];
  return {
    ...pointer,
    active: ready,
    former: before.filter(id => id !== ready).slice(0, formerKept),
    ready: null,
    unproven: 1,
    ranFor: 0,
  };
}

/** Gives the active build up for the last one that ran; the same pointer if there is none. */
export function givenUp(pointer: Pointer): Pointer {
  const [last, ...older] = pointer.former;
  if (last === undefined) return pointer;
  return { ...noPointer, active: last, former: older, rejected: pointer.active };
}

/** A page is being loaded. Falls back to the build before when the new one was loaded too often in vain. */
export function loaded(pointer: Pointer): Pointer {
  if (pointer.unproven === 0) return pointer;
  if (pointer.unproven <= loadsToProve) return { ...pointer, unproven: pointer.unproven + 1 };
  return pointer.former.length === 0 ? { ...pointer, unproven: 0 } : givenUp(pointer);
}

/** The page of build `id` came up. */
export function ran(pointer: Pointer, id: string): Pointer {
  return id === pointer.active && pointer.unproven > 0 ? { ...pointer, unproven: 0 } : pointer;
}

/** The page of build `id` has run for so many milliseconds more. After a day the builds before it may go. */
export function ranOn(pointer: Pointer, id: string, ms: number): Pointer {
  if (id !== pointer.active || pointer.unproven > 0 || pointer.former.length === 0) return pointer;
  const ranFor = pointer.ranFor + Math.max(0, ms);
  return ranFor < dayMs ? { ...pointer, ranFor } : { ...pointer, ranFor: 0, former: [] };
}

/** Builds whose files are kept. */
export function keptBuilds({ active, former, ready }: Pointer): ReadonlySet<string> {
  return new Set([active, ready, ...former].filter(id => id !== null));
}
