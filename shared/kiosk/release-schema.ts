import Type, { type Static, type TSchema } from 'typebox';
import { Id, Instant, oneOf } from '../schema.ts';

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** The id of a build: a digest of its files. */
export const BuildId = Type.String({ pattern: '^[A-Za-z0-9._-]{1,80}$' });

/** One build of the kiosk, file by file: what the service worker takes whole or not at all. */
export const BuildList = Type.Object({
  id: BuildId,
  version: Type.Optional(Type.String()),
  files: Type.Array(Type.Object({ url: Type.String(), hash: Type.String(), bytes: Type.Integer() })),
});

/** Who asks; without a name, a browser that is no kiosk yet. */
export const BuildQuery = Type.Object({ kiosk: Type.Optional(Id) }, strict);

export const TrialBody = Type.Object({ build: BuildId, kiosk: Id }, strict);
export const ReleaseBody = Type.Object({ build: BuildId }, strict);

const BuildRow = Type.Object({
  id: BuildId,
  /** The program's version; several builds may have the same. */
  version: Type.String(),
  arrivedAt: Instant,
  state: oneOf(['waiting', 'trial', 'released', 'former', 'superseded']),
  /** Its files are still on the server, so it can be released. */
  kept: Type.Boolean(),
  /** How many kiosks of the prison say that they run it. */
  kiosks: Type.Integer(),
});
export type BuildRow = Static<typeof BuildRow>;

/** How a prison's kiosks come to new builds, as the panel shows it. */
export const Releases = Type.Object({
  /** Newest first. */
  builds: Type.Array(BuildRow),
  trial: orNull(
    Type.Object({
      build: BuildId,
      kiosk: Id,
      name: Type.String(),
      wing: Type.String(),
      at: Instant,
      /** Since when the kiosk has said that it runs that build. */
      since: orNull(Instant),
      verdict: oneOf(['not-yet', 'running', 'failed', 'silent', 'troubled', 'well']),
    }),
  ),
  /** Minutes that a trial lasts at least. */
  trialMinutes: Type.Integer(),
});
export type Releases = Static<typeof Releases>;
