import type { Generated } from 'kysely';
import type { ReleaseStep } from '../../../shared/kiosk/release.ts';

export interface KioskTable {
  id: string;
  prison_id: string;
  wing_id: string;
  name: string;
  mode: 'handset' | 'speaker';
  /** Raw Ed25519, base64url. */
  public_key: string;
  enrolled_at: string;
  revoked_at: string | null;
  last_seen_at: string | null;
  /** JSON of the last heartbeat. */
  status: string | null;
  /** On a wall, or carried on rounds. */
  kind: Generated<'wall' | 'round'>;
  /** What its card reader sends before a number; null without a reader. */
  card_prefix: string | null;
  /** JSON of `DevicePin`: a salted slow hash. */
  device_pin: string | null;
}

export interface KioskCodeTable {
  code_hash: string;
  prison_id: string;
  wing_id: string;
  name: string;
  made_by: string;
  expires_at: string;
  used_at: string | null;
  kind: Generated<'wall' | 'round'>;
  card_prefix: string | null;
  device_pin: string | null;
}

/** A kiosk's queue that was saved to a stick, as the kiosk reported it, by itself or on a later stick. */
export interface KioskExportTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  /** The kiosk's best known time. */
  made_at: string;
  /** JSON array of `NumberRuns`. */
  items: string;
  reported_at: string;
  imported_at: string | null;
  imported_by: string | null;
}

/** A build of the kiosk that came to this server. Never changed, never deleted; its files may be gone. */
export interface KioskBuildTable {
  id: string;
  version: string;
  arrived_at: string;
}

/** What a prison's kiosks were given under the name of a build. Never changed, never deleted. */
export interface KioskBuildCodeTable {
  prison_id: string;
  build: string;
  /** SHA-256 over all files, hex. */
  digest: string;
  noted_at: string;
}

/** How a prison let builds in, step by step. Never changed, never deleted. */
export interface KioskReleaseTable {
  prison_id: string;
  /** 0, 1, 2 … per prison. */
  position: number;
  build: string;
  step: ReleaseStep;
  /** The kiosk of a trial. */
  kiosk_id: string | null;
  at: string;
  /** Null: the server itself, for a prison's first build and for demonstrations. */
  actor_id: string | null;
}

/** A time in which the server heard nothing of a kiosk, noted when it spoke again. Never changed, never deleted. */
export interface KioskSilenceTable {
  kiosk_id: string;
  from_at: string;
  until_at: string;
}
