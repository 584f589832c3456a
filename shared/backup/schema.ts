import Type, { type Static } from 'typebox';
import { Instant } from '../schema.ts';

const Room = Type.Object({ freeBytes: Type.Integer(), totalBytes: Type.Integer() });
export type Room = Static<typeof Room>;

/** How the back-ups stand, for whoever must see to it that there are any. */
export const BackupState = Type.Object({
  /** The newest one; it was read again and found whole when it was made. Null if there is none. */
  last: Type.Union([
    Type.Object({
      at: Instant,
      /** Seconds since then by the server's clock. */
      age: Type.Integer(),
      bytes: Type.Integer(),
      /** Whether the keys are in it, sealed under the passphrase. */
      keys: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  /** Seconds since the last good one; if there is none, since this server holds anything. */
  unprotected: Type.Integer(),
  /** How many lie there. */
  kept: Type.Integer(),
  /** Room where the server's data lie, and where the back-ups do (null before the first one). */
  data: Room,
  backups: Type.Union([Room, Type.Null()]),
  /** Both lie on one disk, which takes them together when it dies. */
  oneDisk: Type.Boolean(),
});
export type BackupState = Static<typeof BackupState>;
