import type { Caller } from '../http/access.ts';
import type { StaffSession } from '../queries/staff.ts';
import type { DemonstrationKiosk, SigningKey } from './kiosk.ts';
import type { Past } from './past.ts';
import type { WingLetter } from './people.ts';
import type { Scene } from './scene.ts';
import { staffEntries, type Username } from './staff.ts';
import type { Story } from './story.ts';

/** Everything that acting needs, and what has been learned on the way. */
export interface Stage {
  readonly past: Past;
  readonly scene: Scene;
  readonly kiosks: ReadonlyMap<WingLetter, DemonstrationKiosk>;
  /** The one that is carried to those who cannot come. */
  readonly round: DemonstrationKiosk;
  readonly signing: ReadonlyMap<WingLetter, SigningKey>;
  /** The ids of what was taken. */
  readonly taken: Map<Story, string>;
}

export function kioskOf({ kiosks }: Stage, wing: WingLetter): DemonstrationKiosk {
  const kiosk = kiosks.get(wing);
  if (!kiosk) throw new RangeError(`wing ${wing} has no kiosk`);
  return kiosk;
}

/** A member of staff as access establishes him from his cookie. */
export function asStaff({ scene }: Stage, username: Username): Partial<Caller> {
  const entry = staffEntries.find(one => one.username === username);
  if (!entry) throw new RangeError(`nobody is called ${username}`);
  const idOf = (name: Username) => scene.staff.get(name)?.id ?? '';
  const superiors: string[] = [];
  for (let over = entry.superior; over !== null; ) {
    const superior = staffEntries.find(one => one.username === over);
    if (!superior) break;
    superiors.push(idOf(superior.username));
    over = superior.superior;
  }
  const staff: StaffSession = {
    id: idOf(username),
    role: entry.role,
    prisonId: entry.headquarters ? null : scene.prisonId,
    wingId: entry.wing ? scene.wings[entry.wing].id : null,
    unit: entry.unit ?? null,
    superiors,
    name: entry.name,
    username,
    tokenHash: '',
    mustChange: false,
    standIn: null,
  };
  return { staff };
}

/** Whoever wrote a story, signed in at its wing's kiosk. */
export function asWriter(stage: Stage, story: Story): Partial<Caller> {
  const kiosk = kioskOf(stage, story.wing).row;
  if (story.writer.kind === 'nameless') return { kiosk };
  const prisonerId = story.writer.prisoner.id;
  return { kiosk, prisoner: { tokenHash: '', prisonerId, prisonId: stage.scene.prisonId } };
}
