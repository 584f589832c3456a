import { silentAfterMs } from './health.ts';

/**
 * How a new build of the kiosk comes to a prison's kiosks: it waits, is tried on one, and goes to all. Pure: the
 * history is given, and the time in epoch milliseconds.
 */
export type ReleaseStep =
  /** On one named kiosk. */
  | 'one'
  /** On all kiosks of the prison. */
  | 'all'
  /** The trial is over without release; its kiosk goes back to what all have. */
  | 'withdrawn';

/** One row of the history, which only grows. */
export interface Release {
  readonly build: string;
  readonly step: ReleaseStep;
  /** The kiosk of a trial. */
  readonly kiosk: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface Trial {
  readonly build: string;
  readonly kiosk: string;
  readonly at: string;
}

export interface ReleaseState {
  /** What all kiosks have; null before the first release. */
  readonly released: string | null;
  readonly trial: Trial | null;
  /** Builds that all kiosks had at some time: to go back to one of them no trial is needed. */
  readonly former: ReadonlySet<string>;
}

/** What follows from the history, oldest first. */
export function releaseState(history: readonly Release[]): ReleaseState {
  let released: string | null = null;
  let trial: Trial | null = null;
  const former = new Set<string>();
  for (const { build, step, kiosk, at } of history) {
    if (step === 'one' && kiosk !== null) trial = { build, kiosk, at };
    else trial = null;
    if (step !== 'all') continue;
    if (released !== null) former.add(released);
    former.delete(build);
    released = build;
  }
  return { released, trial, former };
}

/** The build that a kiosk is to have; null before the first release. */
export function buildOf({ released, trial }: ReleaseState, kiosk: string | null): string | null {
  return trial !== null && trial.kiosk === kiosk ? trial.build : released;
}

/** So long a kiosk has to run a build, and say so, before all get it. */
export const trialMinutes = 15;

/** How the kiosk of a trial was when it last spoke. Instants are ISO 8601 UTC. */
export interface TrialKiosk {
  readonly lastSeen: string | null;
  readonly build: string | null;
  /** Since when it has said that it runs that build. */
  readonly buildSince: string | null;
  /** A build that did not come up there and was switched back from. */
  readonly rejected: string | null;
  readonly trouble: string | null;
  readonly revoked: boolean;
}

export type TrialVerdict =
  /** The kiosk has not taken it yet: it does so when nobody uses it. */
  | 'not-yet'
  /** It runs there, but not for long enough. */
  | 'running'
  /** It did not come up there; the kiosk went back by itself. */
  | 'failed'
  | 'silent'
  | 'troubled'
  | 'well';

/** Whether a trial has shown the build to be well; `parse` makes milliseconds of an instant. */
export function judgeTrial(
  { build }: Pick<Trial, 'build'>,
  kiosk: TrialKiosk,
  now: number,
  parse: (instant: string) => number,
): TrialVerdict {
  if (kiosk.rejected === build) return 'failed';
  if (kiosk.revoked || kiosk.lastSeen === null || now - parse(kiosk.lastSeen) > silentAfterMs)
    return 'silent';
  if (kiosk.build !== build || kiosk.buildSince === null) return 'not-yet';
  if (kiosk.trouble !== null) return 'troubled';
  return now - parse(kiosk.buildSince) < trialMinutes * 60_000 ? 'running' : 'well';
}
