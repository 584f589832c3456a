/** What a class of faults came to. All that a client holds a receipt for is acknowledged. */
export interface Tally {
  readonly tries: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there afterwards. */
  readonly lost: number;
  /** There more than once. */
  readonly duplicated: number;
  /** There, and not what was acknowledged; or a store, a log or an answer that is not as it must be. */
  readonly damaged: number;
}

/** What a class came to in which a bug was planted. */
export interface Seen extends Tally {
  /** Whether the class failed, as it must. */
  readonly seen: boolean;
}

export type Outcome =
  | { readonly fault: string; readonly tally: Tally }
  | { readonly planted: string; readonly seen: Seen };

export const nothing: Tally = { tries: 0, acknowledged: 0, lost: 0, duplicated: 0, damaged: 0 };

export function sum(...tallies: readonly Partial<Tally>[]): Tally {
  const total = (field: keyof Tally) => tallies.reduce((so, tally) => so + (tally[field] ?? 0), 0);
  return {
    tries: total('tries'),
    acknowledged: total('acknowledged'),
    lost: total('lost'),
    duplicated: total('duplicated'),
    damaged: total('damaged'),
  };
}

/** A class passes if it was tried and nothing at all went wrong. */
export function passed({ tries, lost, duplicated, damaged }: Tally): boolean {
  return tries > 0 && lost + duplicated + damaged === 0;
}

export interface Run {
  /** So long nothing new may arrive from a kiosk before what is missing counts as lost, in milliseconds. */
  readonly silenceMs: number;
  /** The numbers, or so few that all classes together take some minutes. */
  readonly long: boolean;
  /** A number for each form. */
  count(short: number, long: number): number;
  /** Counts the tries of a class from 0: so many for each form, fewer if its time is up before. */
  tries(short: number, long: number): Generator<number>;
  /** Says something that is wrong or worth knowing, beside the figures. */
  note(text: string): void;
}

export interface FaultClass {
  readonly fault: string;
  /** Classes of one lane run one after another, the lanes beside each other: a browser mostly waits. */
  readonly lane?: 'kiosk';
  /** What was done, in one sentence for docs/reliability.md. */
  readonly what: string;
  /** Why it cannot be tried on this machine; null if it can. */
  readonly hindrance?: () => string | null;
  run(run: Run): Promise<Tally>;
}

/** A bug that is planted on purpose, to prove that a class would see it. */
export interface PlantedBug {
  readonly name: string;
  readonly inClass: string;
  readonly lane?: FaultClass['lane'];
  /** In one sentence for docs/reliability.md. */
  readonly what: string;
  readonly hindrance?: () => string | null;
  run(run: Run): Promise<Tally>;
}
